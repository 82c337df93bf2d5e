/** Which question of the form asks what: found by their titles at 初期設定, kept by item id. */
import type { FormAnswer } from '../../domain/form-answer';
import { toPlain } from '../../domain/fields/width';
import type { FormQuestion, FormResponse } from '../../platform/form';
import type { FormMapping, FormMeaning } from '../installation/installation';

/** What each meaning is called in 設定 「質問の対応」. */
const NAMES: Readonly<Record<FormMeaning, string>> = {
  number: '登録番号',
  name: '氏名',
  birthDate: '生年月日',
  mail: 'メールアドレス',
  mailAgain: 'メールアドレス（確認用）',
  mailKind: 'メールアドレスの種類',
  phone: '電話番号',
};

/** Titles that mean it, the surest first. */
const TITLES: Readonly<Record<FormMeaning, readonly RegExp[]>> = {
  number: [/^登録番号/, /認定番号|番号/],
  name: [/^(氏名|お名前|名前)/],
  birthDate: [/生年月日/],
  mailAgain: [/(メール|mail).*(確認|再入力|もう一度)/i],
  mailKind: [/(メール|mail).*(種類|区分)/i],
  mail: [/^(e-?mail|メール)/i, /メール|mail/i],
  phone: [/電話|TEL/i],
};

/** Meanings without which no answer can be matched. */
export const NEEDED: readonly FormMeaning[] = ['number', 'name', 'mail'];

/**
 * The mapping by the text of 設定 (lines 「登録番号＝質問の題名」), and by the titles where it says nothing.
 * A question serves one meaning only.
 */
export function mapQuestions(id: string, questions: readonly FormQuestion[], text: string): FormMapping {
  const wished = readLines(text);
  const free = [...questions];
  const take = (fits: (title: string) => boolean): string | undefined => {
    const index = free.findIndex(({ title }) => fits(toPlain(title)));
    return index < 0 ? undefined : free.splice(index, 1)[0]?.id;
  };
  const mapped: FormMapping['questions'] = {};
  const meanings = Object.keys(TITLES) as FormMeaning[];
  for (const meaning of meanings) {
    const title = wished.get(toPlain(NAMES[meaning]));
    const item = title === undefined ? undefined : take((other) => other === title);
    if (item !== undefined) mapped[meaning] = item;
  }
  for (const meaning of meanings) {
    if (mapped[meaning] !== undefined) continue;
    for (const pattern of TITLES[meaning]) {
      const item = take((title) => pattern.test(title));
      if (item === undefined) continue;
      mapped[meaning] = item;
      break;
    }
  }
  return { id, questions: mapped };
}

/** The mapping as 設定 shows it. */
export function writeMapping(mapping: FormMapping, questions: readonly FormQuestion[]): string {
  return (Object.entries(mapping.questions) as [FormMeaning, string][])
    .map(([meaning, item]) => `${NAMES[meaning]}＝${questions.find(({ id }) => id === item)?.title ?? ''}`)
    .join('\n');
}

/** Names of needed meanings that no question serves. */
export function missingQuestions(mapping: FormMapping): string[] {
  return NEEDED.filter((meaning) => mapping.questions[meaning] === undefined).map(
    (meaning) => NAMES[meaning],
  );
}

/** Reads what the form's items mean, by the mapping of 初期設定. */
export function toFormAnswer(response: FormResponse, mapping: FormMapping): FormAnswer {
  const answerTo = (meaning: keyof FormMapping['questions']): string => {
    const item = mapping.questions[meaning];
    return item === undefined ? '' : cut(response.answers[item] ?? '');
  };
  return {
    responseId: response.id,
    receivedAt: response.receivedAt,
    number: answerTo('number'),
    name: answerTo('name'),
    birthDate: answerTo('birthDate'),
    mail: answerTo('mail'),
    mailAgain: answerTo('mailAgain'),
    phone: answerTo('phone'),
    all: Object.fromEntries(
      Object.entries(response.answers)
        .slice(0, KEPT_ANSWERS)
        .map(([item, answer]) => [item, cut(answer)]),
    ),
  };
}

/** A cell holds 50,000 characters; no name, number or address is longer than this. */
const LONGEST_ANSWER = 500;
const KEPT_ANSWERS = 40;

function cut(answer: string): string {
  return answer.length > LONGEST_ANSWER ? `${answer.slice(0, LONGEST_ANSWER)}…` : answer;
}

function readLines(text: string): Map<string, string> {
  const lines = text.split('\n').map((line) => line.split(/[=＝]/));
  return new Map(
    lines.flatMap(([name = '', title]) =>
      title === undefined ? [] : [[toPlain(name), toPlain(title)] as const],
    ),
  );
}
