/** 更新: applied for, sent again, withdrawn, entered from paper, decided in each way, typed, taken back; reminders of the morning. */
import { asOnFile, renewalDay, setReminderDays } from '../../support/renewal-day';
import type { Called, OfficeDay, Person } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { byHand, persist, type Stage } from '../stage';
import { textOf, type State } from '../state';
import {
  applied,
  approved,
  complete,
  confirmed,
  DECIDED,
  mailsMissing,
  missingRow,
  RENEWAL_TABS,
  RENEWER,
  renewer,
  RENEWERS,
  severalConfirmed,
  TOLD,
  untold,
  type Renewer,
} from './renewers';

/** Tabs an approval writes. */
const MADE = ['証書', '有効期間', ...RENEWAL_TABS];

const renewed = (person: Person, state: State) => [
  ...missingRow(person, state, '更新申請', { 状態: '承認', 新有効期間満了日: '2032-03-31' }),
  ...missingRow(person, state, '有効期間', { 根拠: '更新', 満了日: '2032-03-31' }),
  ...missingRow(person, state, '証書', { 事由: '更新', 状態: '作成待ち' }),
];

/** One application in this state; 受付日 is the day it came. */
function standing(person: Person, state: State, expected: string): string[] {
  const own = state.tab('更新申請').rows.filter((row) => row['登録番号'] === person.number);
  return [
    ...missingRow(person, state, '更新申請', { 状態: expected }),
    ...own
      .filter((row) => !textOf(row['申請日時']).startsWith(textOf(row['受付日'])))
      .map((row) => `受付日 is ${textOf(row['受付日'])}, applied at ${textOf(row['申請日時'])}`),
  ];
}

/** A decision of the office on one that waits; `subject`: of the mail that tells so. */
function decided(
  name: string,
  decision: string,
  {
    arrange = applied,
    commits,
    words = {},
    becomes = decision,
    subject,
  }: {
    arrange?: (stage: Stage) => Promise<Renewer>;
    commits: number;
    words?: object;
    becomes?: string;
    subject?: string;
  },
): Operation {
  return operation({
    name,
    ...(subject === undefined ? {} : { later: TOLD }),
    ...(arrange === applied ? { situation: 'renewal waits' as const } : {}),
    tabs: RENEWAL_TABS,
    commits,
    people: [RENEWER],
    arrange,
    act: ({ office }, { receipt, key }) =>
      persist((): Promise<Called> =>
        office('decideRenewals', { decision, receipts: [receipt], ...words }, key),
      ),
    missing: (_, { person }, state) =>
      Promise.resolve([
        ...standing(person, state, becomes),
        ...(subject === undefined ? [] : mailsMissing(person, state, subject)),
      ]),
  });
}

/** Types into 状態 of an application. */
async function typeState(day: OfficeDay, receipt: string, word: string): Promise<void> {
  const { display } = await day.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent('更新申請')}`,
  );
  const [headers = []] = display;
  const place = headers.indexOf('受付番号');
  const at = display.findIndex((line) => line[place] === receipt) + 1;
  if (at === 0) return;
  const range = `${String.fromCharCode(65 + headers.indexOf('状態'))}${String(at)}`;
  await byHand(day, { tab: '更新申請', range, values: [[word]] });
}

/** Lines of 元に戻した入力 about an application. */
const putBack = (state: State, receipt: string): number =>
  state
    .tab('操作記録')
    .rows.filter((row) => row['種別'] === '元に戻した入力' && textOf(row['対象']) === receipt).length;

export const renewalOperations: readonly Operation[] = [
  operation({
    name: '更新 applied for',
    tabs: RENEWAL_TABS,
    commits: 5,
    people: [RENEWER],
    arrange: (stage) => renewer(stage),
    act: async ({ day, advance }, { token, key, person }) => {
      const done = await persist(() => renewalDay(day).apply(token, asOnFile(person), key));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) =>
      Promise.resolve([
        ...standing(person, state, '申請中'),
        ...mailsMissing(person, state, '資格更新の申請を受け付けました'),
      ]),
  }),
  operation({
    name: '更新 sent again',
    tabs: RENEWAL_TABS,
    commits: 3,
    people: [RENEWER],
    arrange: async (stage) => {
      const arranged = await applied(stage);
      const words = { reason: '記載氏名をご確認ください。', fixBy: '2026-12-31' };
      await renewalDay(stage.day).decide('差戻し', [arranged.receipt], words);
      await untold(stage, arranged.person.number);
      return arranged;
    },
    act: async ({ day, advance }, { token, key, person, receipt }) => {
      const form = { ...asOnFile(person), receipt };
      const done = await persist(() => renewalDay(day).apply(token, form, key));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) =>
      Promise.resolve([
        ...standing(person, state, '申請中'),
        ...mailsMissing(person, state, '資格更新の申請を受け付けました', 2),
      ]),
  }),
  operation({
    name: '更新 withdrawn',
    tabs: RENEWAL_TABS,
    commits: 1,
    people: [RENEWER],
    situation: 'renewal waits',
    arrange: (stage) => applied(stage),
    act: ({ day }, { token, key, receipt }) =>
      persist(() => day.mypage('withdrawRenewal', { receipt }, { token, key })),
    missing: (_, { person }, state) => Promise.resolve(standing(person, state, '取下げ')),
  }),
  operation({
    name: '更新 entered from paper',
    tabs: RENEWAL_TABS,
    commits: 5,
    people: [RENEWER],
    arrange: (stage) => renewer(stage),
    act: async ({ office, advance }, { person, key }) => {
      const entry = { number: person.number, receivedOn: '2026-11-20', printedName: '', sendTo: '自宅' };
      const done = await persist(() => office('enterRenewal', entry, key));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) =>
      Promise.resolve(missingRow(person, state, '更新申請', { 状態: '申請中', 受付日: '2026-11-20' })),
  }),
  decided('更新 confirmed', '確認済', { commits: 1 }),
  decided('更新, 確認済 taken back', '申請中', { arrange: confirmed, commits: 1 }),
  decided('更新 sent back', '差戻し', {
    commits: 9,
    words: { reason: '記載氏名をご確認ください。', fixBy: '2026-12-31' },
    subject: '申請の内容について確認のお願い',
  }),
  decided('更新 refused', '不承認', {
    arrange: confirmed,
    commits: 9,
    words: { ...DECIDED, reason: '要件を満たしていません。' },
    subject: '結果をお知らせします',
  }),
  operation({
    name: '更新 approved',
    later: TOLD,
    tabs: MADE,
    commits: 9,
    people: [RENEWER],
    arrange: (stage) => confirmed(stage),
    act: ({ office }, { receipt, key }) =>
      persist(() => office('decideRenewals', { decision: '承認', receipts: [receipt], ...DECIDED }, key)),
    missing: (_, { person }, state) =>
      Promise.resolve([
        ...renewed(person, state),
        ...mailsMissing(person, state, '資格の更新を承認しました'),
      ]),
  }),
  operation({
    name: '更新 of several approved',
    later: TOLD,
    tabs: MADE,
    commits: 8,
    people: RENEWERS,
    arrange: severalConfirmed,
    act: ({ office }, { receipts, key }) =>
      persist(() => office('decideRenewals', { decision: '承認', receipts, ...DECIDED }, key)),
    missing: (_, { people }, state) =>
      Promise.resolve(
        people.flatMap((person) => [
          ...renewed(person, state),
          ...mailsMissing({ ...person, mailToType: person.mail }, state, '資格の更新を承認しました'),
        ]),
      ),
  }),
  operation({
    name: '更新, an approval taken back',
    later: TOLD,
    tabs: MADE,
    commits: 9,
    people: [RENEWER],
    arrange: async (stage) => {
      const arranged = await approved(stage);
      await stage.advance(TOLD);
      return arranged;
    },
    act: ({ office }, { receipt, key }) => {
      const args = { decision: '取消', receipts: [receipt], reason: '取り違え' };
      return persist(() => office('decideRenewals', args, key));
    },
    missing: (_, { person }, state) =>
      Promise.resolve([
        ...missingRow(person, state, '更新申請', { 状態: '取消' }),
        ...missingRow(person, state, '証書', { 状態: '廃棄' }),
        ...mailsMissing(person, state, '承認しました'),
        ...mailsMissing(person, state, '訂正'),
      ]),
  }),
  operation({
    name: '更新, 確認済 typed into 状態',
    later: TOLD,
    tabs: RENEWAL_TABS,
    commits: 7,
    people: [RENEWER],
    situation: 'renewal waits',
    arrange: (stage) => applied(stage),
    act: async ({ day, advance }, { receipt }) => {
      await typeState(day, receipt, '確認済');
      await advance('PT12M');
      return true;
    },
    missing: (_, { person }, state) => Promise.resolve(standing(person, state, '確認済')),
  }),
  operation({
    name: '更新, a word in 状態 that is put back',
    later: TOLD,
    tabs: [...RENEWAL_TABS, '操作記録'],
    commits: 7,
    people: [RENEWER],
    situation: 'renewal waits',
    arrange: (stage) => applied(stage),
    act: async ({ day, advance }, { receipt }) => {
      await typeState(day, receipt, '取消');
      await advance('PT12M');
      return true;
    },
    missing: (_, { person, receipt }, state) => {
      const lines = putBack(state, receipt);
      return Promise.resolve([
        ...standing(person, state, '申請中'),
        ...(lines === 1 ? [] : [`${lines} lines of 元に戻した入力`]),
      ]);
    },
  }),
  operation({
    name: 'the morning queues reminders',
    later: 'PT50H',
    tabs: ['通知', '_要約'],
    commits: 12,
    onceMended: 'P1D',
    people: [RENEWER],
    arrange: async (stage) => {
      await setReminderDays(stage.day, '180/90/30/7');
      const person = await stage.day.person(RENEWER);
      await complete(stage, person);
      return { person };
    },
    act: async ({ day }) => {
      await day.control.post('/api/triggers', { run: 'runDaily' });
      return true;
    },
    missing: (_, { person }, state) => {
      const about = state.tab('通知').rows.map((row) => textOf(row['対象']));
      const twice = about.filter((text, at) => /\d\/\d+$/.test(text) && about.indexOf(text) !== at);
      return Promise.resolve([
        ...twice.map((text) => `the reminder ${text} is queued twice`),
        ...mailsMissing(person, state, '更新の要件がそろっています'),
      ]);
    },
  }),
];
