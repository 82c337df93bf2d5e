/** A form answer of the sample registrant, and how it is judged when nothing else is said. */
import { judgeFormAnswer, type FormAnswer, type JudgeInput } from '../../src/domain/form-answer';
import { registrant } from './people';

/** In milliseconds. */
export const HOUR = 3600_000;
/** フォーム取扱開始日時. */
export const OPENED = Date.UTC(2026, 9, 1);
/** When the answer came. */
export const NOW = Date.UTC(2026, 10, 20, 1);

/** An answer of the sample registrant, changed where the test says. */
export function answer(changes: Partial<FormAnswer> = {}): FormAnswer {
  return {
    responseId: 'r-2',
    receivedAt: NOW,
    number: '123',
    name: '高橋 一郎',
    birthDate: '1963-04-01',
    mail: 'ichiro@example.jp',
    all: {},
    ...changes,
  };
}

/** Judges it against the ledger, changed where the test says. */
export function judge(changes: Partial<JudgeInput> = {}) {
  return judgeFormAnswer({
    moreEarlier: false,
    told: undefined,
    answer: answer(),
    openedAt: OPENED,
    registrants: [registrant()],
    others: [],
    earlier: [],
    settings: { item: '生年月日', sharedMailboxes: ['info@'], firstBirthDateCheck: true },
    ...changes,
  });
}

/** An answer that came an hour before. */
export const earlier = (changes: Partial<JudgeInput['earlier'][number]> = {}) => ({
  responseId: 'r-1',
  receivedAt: NOW - HOUR,
  mail: 'ichiro@example.jp',
  result: '一致',
  state: '送付済',
  ...changes,
});
