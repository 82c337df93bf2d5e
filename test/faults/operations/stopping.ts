/** What brakes: notices that wait are stopped, letters are posted, My Page is closed and opened again. */
import { newKey, valueOf, type OfficeDay, type Person } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { isDone, persist, type Stage } from '../stage';
import { textOf, type State } from '../state';
import { TOLD } from './renewers';

const SEVERAL = ['sameMail', 'leapDay', 'overseas'];

interface Told {
  people: Person[];
  notices: string[];
  key: string;
  /** What the press was answered. */
  answer: { stopped: number; gone: number } | null;
}

/** Points of these people are approved: a notice to each of them waits. */
async function waiting({ day, office }: Stage, names: readonly string[]): Promise<Told> {
  const people: Person[] = [];
  const receipts: string[] = [];
  for (const name of names) {
    const person = await day.person(name);
    const form = {
      ...{ eventCode: '', category: 'セミナー', role: '', title: '実務セミナー', host: 'ほかの団体' },
      ...{ attendedOn: '2026-10-08', endedOn: '', hours: '' },
    };
    const entry = { number: person.number, receivedOn: '2026-11-20', form, evidenceState: '受領済' };
    receipts.push(valueOf<{ receipt: string }>(await office('enterPoints', entry, newKey())).receipt);
    people.push(person);
  }
  valueOf(await office('decidePoints', { decision: '承認', receipts }, newKey()));
  return { people, notices: await noticesOf(day, people), key: newKey(), answer: null };
}

/** Numbers of the notices of what was decided about these people's points. */
async function noticesOf(day: OfficeDay, people: readonly Person[]): Promise<string[]> {
  const numbers = people.map(({ number }) => number);
  const rows = await day.rows('通知');
  return rows
    .filter((row) => numbers.includes(row['登録番号'] ?? '') && row['種別']?.startsWith('ポイント') === true)
    .map((row) => row['通知番号'] ?? '');
}

async function stop({ office }: Stage, arranged: Told): Promise<boolean> {
  return persist(async () => {
    const called = await office('stopNotices', { notices: arranged.notices }, arranged.key);
    if (isDone(called)) arranged.answer = valueOf(called);
    return called;
  });
}

/** What was stopped never leaves, what was gone left once: as many as the office was told. */
function stopMissing({ notices, answer }: Told, state: State): string[] {
  const left = notices.filter((notice) => state.mails.some(({ body }) => body.includes(`（${notice}）`)));
  const stopped = state
    .tab('通知')
    .rows.filter((row) => notices.includes(textOf(row['通知番号'])) && row['状態'] === '取りやめ');
  return answer?.stopped === stopped.length && answer.gone === left.length
    ? []
    : [`told ${JSON.stringify(answer)}, but ${stopped.length} are stopped and ${left.length} have left`];
}

/** Until a few seconds before the first of them may leave. */
async function untilDue({ day }: Stage, [first = '']: readonly string[]): Promise<void> {
  const row = (await day.rows('通知')).find((one) => one['通知番号'] === first);
  const due = row?.['予定日時'] ?? '';
  const found = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)/.exec(due);
  if (!found) throw new Error(`${first} is due 「${due}」.`);
  const [, year, month, date, hour, minute] = found.map(Number);
  const at = Date.UTC(year ?? 0, (month ?? 1) - 1, date, (hour ?? 0) - 9, (minute ?? 0) - 1);
  await day.control.post('/api/clock', { now: new Date(at).toISOString() });
}

const PAUSE = 'ただいま点検しています。夕方に再開します。';

export const stoppingOperations: readonly Operation[] = [
  operation({
    name: '送信を止める',
    later: TOLD,
    tabs: ['通知', '操作記録', '_要約'],
    commits: 2,
    people: ['sameMail'],
    arrange: (stage) => waiting(stage, ['sameMail']),
    act: stop,
    missing: (_, arranged, state) =>
      Promise.resolve([
        ...stopMissing(arranged, state),
        ...(arranged.answer?.stopped === 1 ? [] : ['it left though it was not due']),
      ]),
  }),
  operation({
    name: 'まとめて止める, as they are due',
    tabs: ['通知', '操作記録', '_要約'],
    commits: 2,
    people: SEVERAL,
    arrange: async (stage) => {
      const arranged = await waiting(stage, SEVERAL);
      await untilDue(stage, arranged.notices);
      return arranged;
    },
    act: async (stage, arranged) => {
      const done = await stop(stage, arranged);
      await stage.advance('PT3M');
      return done;
    },
    missing: (_, arranged, state) => Promise.resolve(stopMissing(arranged, state)),
  }),
  operation({
    name: 'letters posted',
    tabs: ['通知', '_要約'],
    commits: 1,
    people: ['noMail'],
    arrange: (stage) => waiting(stage, ['noMail']),
    act: ({ office }, { notices, key }) => persist(() => office('postLetters', { notices }, key)),
    missing: (_, { notices }, state) => {
      const states = state
        .tab('通知')
        .rows.filter((row) => notices.includes(textOf(row['通知番号'])))
        .map((row) => textOf(row['状態']));
      return Promise.resolve(states.join() === '投函済' ? [] : [`the letter is ${states.join()}`]);
    },
  }),
  operation({
    name: '受付を止める, and 再開する',
    tabs: ['操作記録', '_要約'],
    commits: 2,
    people: ['sameMail'],
    arrange: () => Promise.resolve({ keys: [newKey(), newKey()] }),
    act: async ({ office }, { keys: [first, second] }) =>
      (await persist(() => office('setReception', { text: PAUSE }, first))) &&
      (await persist(() => office('setReception', { text: null }, second))),
    missing: async ({ day }, _, state) => {
      const lines = state.tab('操作記録').rows.map((row) => textOf(row['種別']));
      const counts = ['受付の停止', '受付の再開'].map((kind) => lines.filter((one) => one === kind).length);
      const { stopped } = valueOf<{ stopped: string | null }>(await day.mypage('status', {}));
      return [
        ...(counts[0] === counts[1] && counts[0] !== 0 ? [] : [`操作記録 tells of ${counts.join(' and ')}`]),
        ...(stopped === null ? [] : ['My Page is still closed']),
      ];
    },
  }),
];
