/** 初期設定, third part: the form is opened by its edit URL and its questions are mapped. */
import { openForm, questionsOf } from '../../platform/form';
import { logTrouble } from '../../platform/log';
import { writeProperties } from '../../platform/properties';
import { mapQuestions, missingQuestions, writeMapping } from '../password/form-mapping';
import { PROPERTY } from '../installation/installation';
import type { SetupReport } from './report';

/** What 設定 says about the form, and the properties as read before. */
export interface FormWishes {
  url: string;
  mappingText: string;
  autoSendItem: '生年月日' | '電話番号' | 'なし';
  /** The mapping in force, as its property holds it. */
  known: string | undefined;
}

/** The opened form and the text for 設定 「質問の対応」; undefined while there is none, or it cannot be opened. */
export function connectForm(
  { url, mappingText, autoSendItem, known }: FormWishes,
  report: SetupReport,
): { form: GoogleAppsScript.Forms.Form; mappingText: string } | undefined {
  if (url === '') {
    report.todo.push(
      '設定「フォームURL」に、連絡先記入フォームの編集画面のURL（最後が /edit のもの）を入れて、もう一度「初期設定」を選んでください。',
    );
    return undefined;
  }
  if (!EDIT_URL.test(url)) {
    report.todo.push(
      '設定「フォームURL」は、フォームの編集画面のURLではありません。フォームを編集する画面を開き、そのURL（最後が /edit のもの）を入れて、もう一度「初期設定」を選んでください。回答する方にお知らせするURLでは、つなげません。',
    );
    return undefined;
  }
  const form = tryOpen(url);
  if (!form) {
    report.todo.push(
      '設定「フォームURL」のフォームを開けませんでした。このアカウントをフォームの編集者に加えてから、もう一度「初期設定」を選んでください。フォームを消していないか、URLが途中で切れていないかもお確かめください。',
    );
    return undefined;
  }
  const questions = questionsOf(form);
  const mapping = mapQuestions(form.getId(), questions, mappingText);
  const kept = JSON.stringify(mapping);
  if (kept !== known) {
    writeProperties({ [PROPERTY.form]: kept });
    report.done.push(`フォーム「${form.getTitle()}」とつなぎました。`);
  }
  const missing = missingQuestions(mapping);
  if (missing.length > 0)
    report.todo.push(
      `フォームに、次の質問が見つかりません。設定「質問の対応」に「登録番号＝（フォームの質問の題名）」のように書いて、もう一度「初期設定」を選んでください：${missing.join('、')}`,
    );
  const asked = { 生年月日: mapping.questions.birthDate, 電話番号: mapping.questions.phone };
  if (autoSendItem !== 'なし' && asked[autoSendItem] === undefined) {
    report.todo.push(
      `フォームに「${autoSendItem}」の質問がないため、パスワードは自動では送られず、すべて「要確認」になります。フォームに質問を加えるか、設定「自動送付の照合項目」をお確かめください。`,
    );
  }
  if (form.isPublishingSummary())
    report.todo.push(
      'フォームの設定で「結果の概要を表示する」がオンになっています。回答した方に、ほかの方の回答が見えてしまうため、オフにしてください。',
    );
  return { form, mappingText: writeMapping(mapping, questions) };
}

/** Where a form is edited; the address for those who answer has /d/e/…/viewform. */
const EDIT_URL = /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?forms\/(?:u\/\d+\/)?d\/(?!e\/)[\w-]+\/edit/;

/** Undefined for a URL or a form this account cannot open; the platform's text (localised) goes to the log. */
function tryOpen(url: string): GoogleAppsScript.Forms.Form | undefined {
  try {
    return openForm(url);
  } catch (error) {
    logTrouble('connectForm', error);
    return undefined;
  }
}
