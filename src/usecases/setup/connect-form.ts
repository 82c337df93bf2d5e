/** 初期設定, third part: the form is opened by its edit URL and its questions are mapped. */
import { openForm, questionsOf } from '../../platform/form';
import { logTrouble } from '../../platform/log';
import { writeProperties } from '../../platform/properties';
import { mapQuestions, missingQuestions, writeMapping } from '../form-mapping';
import { PROPERTY } from '../installation';
import type { SetupReport } from './report';

/** The opened form and the text for 設定 「質問の対応」; undefined while there is none, or it cannot be opened. */
export function connectForm(
  url: string,
  mappingText: string,
  report: SetupReport,
): { form: GoogleAppsScript.Forms.Form; mappingText: string } | undefined {
  if (url === '') {
    report.todo.push(
      '設定「フォームURL」に、連絡先記入フォームの編集画面のURLを入れて、もう一度「初期設定」を選んでください。',
    );
    return undefined;
  }
  const form = tryOpen(url);
  if (!form) {
    report.todo.push(
      '設定「フォームURL」のフォームを開けませんでした。回答画面ではなく編集画面のURL（最後が /edit のもの）か、このアカウントが編集できるフォームかをお確かめください。',
    );
    return undefined;
  }
  const questions = questionsOf(form);
  const mapping = mapQuestions(form.getId(), questions, mappingText);
  writeProperties({ [PROPERTY.form]: JSON.stringify(mapping) });
  const missing = missingQuestions(mapping);
  if (missing.length > 0)
    report.todo.push(
      `フォームに次の質問が見つかりません。設定「質問の対応」で質問の題名を教えてください：${missing.join('、')}`,
    );
  if (mapping.questions.birthDate === undefined && mapping.questions.phone === undefined) {
    report.todo.push(
      'フォームに生年月日も電話番号もないため、自動では送付しません（すべて「要確認」になります）。',
    );
  }
  if (form.isPublishingSummary())
    report.todo.push(
      'フォームの「結果の概要を表示する」がオンです。ほかの方の回答が見えてしまうため、必ずオフにしてください。',
    );
  report.done.push(`フォーム「${form.getTitle()}」とつなぎました。`);
  return { form, mappingText: writeMapping(mapping, questions) };
}

/** Undefined for a URL or a form this account cannot open; the platform's text (localised) goes to the log. */
function tryOpen(url: string): GoogleAppsScript.Forms.Form | undefined {
  try {
    return openForm(url);
  } catch (error) {
    logTrouble('connectForm', error);
    return undefined;
  }
}
