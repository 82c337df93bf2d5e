/** 証書 from label to receipt, and what becomes of a registration: lapse, 休止, 抹消, 復帰. */
import { letters } from '../../support/ledger-hand';
import { renewalDay } from '../../support/renewal-day';
import { newKey, valueOf, type Person } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { byHand, persist, type Stage } from '../stage';
import { textOf, type State } from '../state';
import {
  approved,
  mailsMissing,
  missingRow,
  RENEWER,
  someoneElse,
  TOLD,
  untold,
  type Certified,
} from './renewers';

const TABS = ['証書', '通知', '_要約'];
const POSTED = { postedOn: '2026-11-22', postedBy: '簡易書留' };

async function made(stage: Stage): Promise<Certified> {
  const arranged = await approved(stage);
  await untold(stage, arranged.person.number);
  return arranged;
}

async function labelled(stage: Stage): Promise<Certified> {
  const arranged = await made(stage);
  await renewalDay(stage.day).ask('markCertificates', { to: '作成済', certificates: [arranged.certificate] });
  return arranged;
}

async function posted(stage: Stage): Promise<Certified> {
  const arranged = await labelled(stage);
  const lines = [{ certificate: arranged.certificate, tracking: '1234-5678' }];
  await renewalDay(stage.day).ask('postCertificates', { ...POSTED, lines });
  await untold(stage, arranged.person.number);
  return arranged;
}

/** One press of the office on a 証書. */
function handled(
  name: string,
  method: string,
  {
    arrange,
    commits,
    args,
    wanted,
    subject,
  }: {
    arrange: (stage: Stage) => Promise<Certified>;
    commits: number;
    args: (arranged: Certified) => object;
    wanted: Record<string, string>;
    subject?: string;
  },
): Operation {
  return operation({
    name,
    ...(subject === undefined ? {} : { later: TOLD }),
    tabs: subject === undefined ? ['証書', '_要約'] : TABS,
    commits,
    people: [RENEWER],
    arrange,
    act: ({ office }: Stage, arranged: Certified) =>
      persist(() => office(method, args(arranged), arranged.key)),
    missing: (_: Stage, { person }: Certified, state: State) =>
      Promise.resolve([
        ...missingRow(person, state, '証書', wanted),
        ...(subject === undefined ? [] : mailsMissing(person, state, subject)),
      ]),
  });
}

/** The row of 台帳 is in this 状態. */
function stateMissing({ number }: Person, state: State, expected: string): string[] {
  const row = state.tab('台帳').rows.find((one) => one['登録番号'] === number);
  return row === undefined || textOf(row['状態']) === expected ? [] : [`状態 is ${textOf(row['状態'])}`];
}

const LEDGER = ['台帳', '変更履歴', '_要約'];
const ENDED = 'lastDay';

/** Whose validity ended two days ago; for who stands in somebody types the day. */
async function ended(stage: Stage) {
  const { day } = stage;
  const person = await day.person(ENDED);
  const end = '2026/11/22';
  for (const [tab, header] of [
    ['台帳', '有効期間満了日'],
    ['有効期間', '満了日'],
  ] as const) {
    const rows = await day.rows(tab);
    const at = rows.findIndex((row) => row['登録番号'] === person.number);
    if (rows[at]?.[header] === end) continue;
    const column = letters(Object.keys(rows[at] ?? {}).indexOf(header));
    await byHand(day, { tab, range: `${column}${String(at + 2)}`, values: [[end]] });
  }
  await stage.advance('P2D');
  return { person, key: newKey() };
}

export const certificateOperations: readonly Operation[] = [
  handled('証書 labelled', 'markCertificates', {
    arrange: made,
    commits: 1,
    args: ({ certificate }) => ({ to: '作成済', certificates: [certificate] }),
    wanted: { 状態: '作成済' },
  }),
  handled('証書 posted', 'postCertificates', {
    arrange: labelled,
    commits: 9,
    args: ({ certificate }) => ({ ...POSTED, lines: [{ certificate, tracking: '1234-5678' }] }),
    wanted: { 状態: '発送済', お問い合わせ番号: '1234-5678' },
    subject: '資格認定証書を発送しました',
  }),
  handled('証書 returned', 'returnCertificate', {
    arrange: posted,
    commits: 9,
    args: ({ certificate }) => ({ certificate, returnedOn: '2026-11-22', reason: '転居先不明' }),
    wanted: { 状態: '返戻', 返戻理由: '転居先不明' },
    subject: '郵便物が戻りました',
  }),
  handled('証書 received, told by phone', 'receiveCertificates', {
    arrange: posted,
    commits: 1,
    args: ({ certificate }) => ({ certificates: [certificate], receivedOn: '2026-11-22' }),
    wanted: { 状態: '受領', 受領日: '2026-11-22' },
  }),
  operation({
    name: '証書 received, told on My Page',
    tabs: ['証書', '_要約'],
    commits: 1,
    people: [RENEWER],
    arrange: posted,
    act: ({ day }, { token, key, certificate }) =>
      persist(() => day.mypage('confirmCertificate', { certificate }, { token, key })),
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '証書', { 状態: '受領' })),
  }),
  operation({
    name: '証書 made again',
    tabs: ['証書', '_要約'],
    commits: 1,
    people: ['sameMail'],
    arrange: async (stage) => {
      await someoneElse(stage);
      return { person: await stage.day.person('sameMail'), key: newKey() };
    },
    act: ({ office }, { person, key }) =>
      persist(() => office('addCertificates', { cause: '再交付', numbers: [person.number] }, key)),
    missing: (_, { person }, state) =>
      Promise.resolve(missingRow(person, state, '証書', { 事由: '再交付', 状態: '作成待ち' })),
  }),
  operation({
    name: '失効 confirmed',
    tabs: LEDGER,
    commits: 1,
    people: [ENDED],
    arrange: ended,
    act: ({ office }, { person, key }) =>
      persist(() => office('confirmLapse', { numbers: [person.number] }, key)),
    missing: (_, { person }, state) => Promise.resolve(stateMissing(person, state, '失効')),
  }),
  operation({
    name: '抹消, with work that waits',
    tabs: [...LEDGER, 'ポイント', '通知'],
    commits: 1,
    people: ['sameMail'],
    arrange: async (stage) => {
      const person = await stage.day.person('sameMail');
      const form = {
        ...{ eventCode: '', category: 'セミナー', role: '', title: '実務セミナー', host: 'ほかの団体' },
        ...{ attendedOn: '2026-10-08', endedOn: '', hours: '' },
      };
      const entry = { number: person.number, receivedOn: '2026-11-20', form, evidenceState: '受領済' };
      const receipts: string[] = [];
      for (const title of ['実務セミナー', '応用セミナー']) {
        const one = { ...entry, form: { ...form, title } };
        receipts.push(valueOf<{ receipt: string }>(await stage.office('enterPoints', one, newKey())).receipt);
      }
      const decided = { decision: '承認', receipts: receipts.slice(0, 1) };
      valueOf(await stage.office('decidePoints', decided, newKey()));
      return { person, key: newKey() };
    },
    act: ({ office }, { person, key }) => {
      const args = { number: person.number, action: '抹消', reason: '死亡', on: '2026-11-20' };
      return persist(() => office('changePersonState', args, key));
    },
    missing: (_, { person }, state) =>
      Promise.resolve([
        ...stateMissing(person, state, '登録抹消'),
        ...missingRow(person, state, 'ポイント', { 状態: '取下げ', 名称: '応用セミナー' }),
        ...mailsMissing(person, state, 'ポイント', 0),
      ]),
  }),
  operation({
    name: '復帰 from 失効',
    tabs: [...LEDGER, '有効期間'],
    commits: 1,
    people: ['lapsed'],
    arrange: async ({ day }) => ({ person: await day.person('lapsed'), key: newKey() }),
    act: ({ office }, { person, key }) => {
      const args = { number: person.number, action: '復帰', reason: '理事会の決定', on: '2026-11-20' };
      return persist(() => office('changePersonState', args, key));
    },
    missing: (_, { person }, state) =>
      Promise.resolve([
        ...stateMissing(person, state, '有効'),
        ...missingRow(person, state, '有効期間', { 根拠: '復帰' }),
      ]),
  }),
];
