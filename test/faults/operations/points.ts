/** ポイント: applied for, sent again, withdrawn, decided one by one and several at once, taken back, typed, entered from paper. */
import { newKey, valueOf, type OfficeDay, type Person } from '../../support/office-day';
import { pointsDay } from '../../support/points-day';
import { operation, type Operation } from '../operation';
import { byHand, persist, type Stage } from '../stage';
import { textOf, type Line, type State } from '../state';
import { insider } from './people';
import { mailsMissing, untold } from './renewers';

const TABS = ['ポイント', '通知', '_要約'];
/** Long enough for the office hours of the next working day. */
const TOLD = 'PT26H';
/** People who have applied by the time several are decided. */
const SEVERAL = ['otherMail', 'sameMail', 'leapDay'];

const TITLE = '実務セミナー';
const FORM = {
  ...{ eventCode: '', category: 'セミナー', role: '', title: TITLE, host: 'ほかの団体' },
  ...{ attendedOn: '2026-10-08', endedOn: '', hours: '' },
};

const rowsOf = (state: State, { number }: Person): Line[] =>
  state.tab('ポイント').rows.filter((row) => row['登録番号'] === number && row['名称'] === TITLE);

/** Points of this activity are there once, and decided so. */
function missingRow(person: Person, state: State, expected: string): string[] {
  const rows = rowsOf(state, person);
  return [
    ...(rows.length === 1 ? [] : [`${person.number}: ${rows.length} rows of ポイント`]),
    ...rows
      .filter((row) => textOf(row['状態']) !== expected)
      .map((row) => `${person.number}: the application is ${textOf(row['状態'])}`),
  ];
}

const REASON = '日付が読み取れませんでした。';

async function onPaper(stage: Stage, names: readonly string[], evidenceState = '受領済') {
  const people: Person[] = [];
  for (const name of names) {
    const person = await stage.day.person(name);
    const entry = { number: person.number, receivedOn: '2026-11-20', form: FORM, evidenceState };
    await stage.once(`points ${person.number}`, async () => {
      valueOf(await stage.office('enterPoints', entry, newKey()));
    });
    people.push(person);
  }
  // Receipts are mailed before the decision.
  await stage.advance('PT2M');
  const rows = (await stage.day.rows('ポイント')).filter((row) => row['名称'] === TITLE);
  const receipts = people.map(
    ({ number }) => rows.find((row) => row['登録番号'] === number)?.['受付番号'] ?? '',
  );
  return { people, receipts, key: newKey() };
}

type OnPaper = Awaited<ReturnType<typeof onPaper>>;

const decided = (
  name: string,
  who: readonly string[],
  commits: number,
  { decision, ...words }: { decision: string; reason?: string; fixBy?: string },
): Operation =>
  operation({
    name,
    later: TOLD,
    tabs: TABS,
    commits,
    people: who,
    ...(who.length === 1 ? { situation: 'points wait' as const } : {}),
    arrange: (stage: Stage) => onPaper(stage, who),
    act: ({ office }: Stage, { receipts, key }: OnPaper) =>
      persist(() => office('decidePoints', { decision, receipts, ...words }, key)),
    missing: (_: Stage, { people }: OnPaper, state: State) =>
      Promise.resolve(people.flatMap((person) => missingRow(person, state, decision))),
  });

/** Decided this way, and the person was told long ago. */
async function decidedBefore(stage: Stage, words: object, told: string) {
  const arranged = await onPaper(stage, ['sameMail']);
  const { receipts } = arranged;
  valueOf(await stage.office('decidePoints', { receipts, ...words }, newKey()));
  await stage.advance(TOLD);
  return { ...arranged, told };
}

/** Entered some time ago, so that a word in 状態 is not taken for what a write of this minute left in the wrong row. */
async function longAgo(stage: Stage) {
  const arranged = await onPaper(stage, ['sameMail']);
  await stage.advance('PT6M');
  return arranged;
}

/** Types into a cell of an application. */
async function type(day: OfficeDay, receipt: string, header: string, word: string): Promise<void> {
  const { tab, range, values } = await pointsDay(day).typing(receipt, header, word);
  // Where somebody took the row away there is nothing to type into.
  if (/[1-9]\d*$/.test(range)) await byHand(day, { tab, range, values });
}

/** Lines of 元に戻した入力 about an application. */
const putBack = (state: State, receipt: string): number =>
  state
    .tab('操作記録')
    .rows.filter((row) => row['種別'] === '元に戻した入力' && textOf(row['対象']) === receipt).length;

/** Four applications of each of three people. */
const DOZEN = 4;

async function dozen(stage: Stage) {
  const people: Person[] = [];
  const receipts: string[] = [];
  for (const name of SEVERAL) {
    const person = await stage.day.person(name);
    people.push(person);
    for (let turn = 1; turn <= DOZEN; turn += 1) {
      const form = { ...FORM, title: `${TITLE}${String(turn)}`, attendedOn: `2026-09-0${String(turn)}` };
      const entry = { number: person.number, receivedOn: '2026-11-20', form, evidenceState: '受領済' };
      receipts.push(valueOf<{ receipt: string }>(await stage.office('enterPoints', entry, newKey())).receipt);
    }
  }
  await stage.advance('PT2M');
  return { people, receipts, key: newKey() };
}

export const pointOperations: readonly Operation[] = [
  operation({
    name: 'ポイント applied for',
    tabs: TABS,
    commits: 3,
    people: ['noMail'],
    situation: 'insider',
    arrange: async (stage) => ({ ...(await insider(stage)), key: newKey() }),
    act: async ({ day, advance }, { token, key }) => {
      const args = { form: FORM, evidence: { kind: 'later' } };
      const done = await persist(() => day.mypage('applyPoints', args, { token, key }));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '申請中')),
  }),
  operation({
    name: 'ポイント applied for with a photo',
    tabs: TABS,
    commits: 3,
    people: ['noMail'],
    situation: 'insider',
    arrange: async (stage) => {
      const { person, token } = await insider(stage);
      const photo = newKey();
      const data = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64');
      valueOf(await stage.day.mypage('sendEvidence', { data }, { token, key: photo }));
      return { person, token, photo, key: newKey() };
    },
    act: async ({ day, advance }, { token, photo, key }) => {
      const args = { form: FORM, evidence: { kind: 'files', files: [photo] } };
      const done = await persist(() => day.mypage('applyPoints', args, { token, key }));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) =>
      Promise.resolve([
        ...missingRow(person, state, '申請中'),
        ...rowsOf(state, person)
          .filter((row) => row['証明書類の状態'] !== '添付' || row['証明書類'] === '')
          .map((row) => `証明書類 are ${textOf(row['証明書類の状態'])}`),
      ]),
  }),
  operation({
    name: 'ポイント withdrawn',
    tabs: TABS,
    commits: 1,
    people: ['noMail'],
    situation: 'insider',
    arrange: async (stage) => {
      const { person, token } = await insider(stage);
      const args = { form: FORM, evidence: { kind: 'later' } };
      const { receipt } = valueOf<{ receipt: string }>(
        await stage.day.mypage('applyPoints', args, { token, key: newKey() }),
      );
      await stage.advance('PT2M');
      return { person, token, receipt, key: newKey() };
    },
    act: ({ day }, { token, receipt, key }) =>
      persist(() => day.mypage('withdrawPoints', { receipt }, { token, key })),
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '取下げ')),
  }),
  decided('ポイント approved', ['sameMail'], 4, { decision: '承認' }),
  decided('ポイント of several approved', SEVERAL, 4, { decision: '承認' }),
  decided('ポイント sent back', ['sameMail'], 4, {
    decision: '差戻し',
    reason: '日付が読み取れませんでした。',
    fixBy: '2026-12-31',
  }),
  decided('ポイント refused', ['sameMail'], 4, { decision: '不承認', reason: '対象の行事ではありません。' }),
  operation({
    name: 'ポイント entered from paper',
    tabs: TABS,
    commits: 1,
    people: ['sameMail'],
    arrange: async ({ day }) => ({ person: await day.person('sameMail'), key: newKey() }),
    act: async ({ office, advance }, { person, key }) => {
      const entry = { number: person.number, receivedOn: '2026-11-20', form: FORM, evidenceState: '受領済' };
      const done = await persist(() => office('enterPoints', entry, key));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '申請中')),
  }),
  operation({
    name: 'ポイント sent again',
    tabs: TABS,
    commits: 4,
    people: ['noMail'],
    situation: 'insider',
    arrange: async (stage) => {
      const { person, token } = await insider(stage);
      const args = { form: FORM, evidence: { kind: 'later' } };
      const { receipt } = valueOf<{ receipt: string }>(
        await stage.day.mypage('applyPoints', args, { token, key: newKey() }),
      );
      await stage.advance('PT6M');
      const words = { decision: '差戻し', receipts: [receipt], reason: REASON, fixBy: '2026-12-31' };
      valueOf(await stage.office('decidePoints', words, newKey()));
      await untold(stage, person.number);
      return { person, token, receipt, key: newKey() };
    },
    act: async ({ day, advance }, { token, receipt, key }) => {
      const args = { receipt, form: { ...FORM, attendedOn: '2026-10-09' }, evidence: { kind: 'kept' } };
      const done = await persist(() => day.mypage('applyPoints', args, { token, key }));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '申請中')),
  }),
  operation({
    name: 'ポイント, papers arrived',
    tabs: ['ポイント', '_要約'],
    commits: 1,
    people: ['sameMail', 'leapDay'],
    arrange: (stage) => onPaper(stage, ['sameMail', 'leapDay'], '郵送待ち'),
    act: ({ office }, { receipts, key }) =>
      persist(() => office('setPointEvidence', { receipts, state: '受領済' }, key)),
    missing: (_, { people }, state) =>
      Promise.resolve(
        people.flatMap((person) => [
          ...missingRow(person, state, '申請中'),
          ...rowsOf(state, person)
            .filter((row) => row['証明書類の状態'] !== '受領済')
            .map(() => `the papers of ${person.number} are not noted`),
        ]),
      ),
  }),
  operation({
    name: 'ポイント of a dozen approved',
    later: TOLD,
    tabs: TABS,
    commits: 4,
    people: SEVERAL,
    arrange: dozen,
    act: ({ office }, { receipts, key }) =>
      persist(() => office('decidePoints', { decision: '承認', receipts }, key)),
    missing: (_, { people }, state) =>
      Promise.resolve(
        people.flatMap((person) => {
          const own = state
            .tab('ポイント')
            .rows.filter((row) => row['登録番号'] === person.number && row['状態'] === '承認');
          return [
            ...(own.length === DOZEN ? [] : [`${String(own.length)} are approved of ${person.number}`]),
            ...mailsMissing({ ...person, mailToType: person.mail }, state, 'ポイントの申請を承認しました'),
          ];
        }),
      ),
  }),
  operation({
    name: 'ポイント, an approval taken back',
    later: TOLD,
    tabs: TABS,
    commits: 4,
    people: ['sameMail'],
    arrange: (stage) => decidedBefore(stage, { decision: '承認' }, '承認しました'),
    act: ({ office }, { receipts, key }) =>
      persist(() => office('decidePoints', { decision: '取消', receipts, reason: '取り違え' }, key)),
    missing: (_, { people: [person], told }, state) =>
      Promise.resolve(
        person
          ? [
              ...missingRow(person, state, '取消'),
              ...mailsMissing(person, state, told),
              ...mailsMissing(person, state, '訂正'),
            ]
          : ['nothing was arranged'],
      ),
  }),
  operation({
    name: 'ポイント, a decision taken back opened again',
    tabs: TABS,
    commits: 1,
    people: ['sameMail'],
    arrange: async (stage) => {
      const arranged = await onPaper(stage, ['sameMail']);
      const { receipts } = arranged;
      valueOf(await stage.office('decidePoints', { decision: '承認', receipts }, newKey()));
      const back = { decision: '取消', receipts, reason: '取り違え' };
      valueOf(await stage.office('decidePoints', back, newKey()));
      await untold(stage, arranged.people[0]?.number ?? '');
      return arranged;
    },
    act: ({ office }, { receipts, key }) =>
      persist(() => office('decidePoints', { decision: '申請中', receipts }, key)),
    missing: (_, { people }, state) =>
      Promise.resolve(people.flatMap((person) => missingRow(person, state, '申請中'))),
  }),
  operation({
    name: 'ポイント, 承認 typed into 状態',
    later: TOLD,
    tabs: TABS,
    commits: 4,
    people: ['sameMail'],
    situation: 'points wait',
    arrange: (stage) => longAgo(stage),
    act: async ({ day, advance }, { receipts: [receipt = ''] }) => {
      await type(day, receipt, '状態', '承認');
      await advance('PT12M');
      return true;
    },
    missing: (_, { people }, state) =>
      Promise.resolve(people.flatMap((person) => missingRow(person, state, '承認'))),
  }),
  operation({
    name: 'ポイント, a word in 状態 that is put back',
    later: TOLD,
    tabs: [...TABS, '操作記録'],
    commits: 6,
    people: ['sameMail'],
    situation: 'points wait',
    arrange: (stage) => longAgo(stage),
    act: async ({ day, advance }, { receipts: [receipt = ''] }) => {
      await type(day, receipt, '状態', '不承認');
      await advance('PT12M');
      return true;
    },
    missing: (_, { people, receipts: [receipt = ''] }, state) => {
      const lines = putBack(state, receipt);
      return Promise.resolve([
        ...people.flatMap((person) => missingRow(person, state, '申請中')),
        ...(lines === 1 ? [] : [`${String(lines)} lines of 元に戻した入力`]),
      ]);
    },
  }),
];
