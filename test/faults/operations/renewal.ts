/** 更新 and 証書: applied for, withdrawn, entered from paper, confirmed, approved, taken back, typed, posted, received; lapse; the morning. */
import { asOnFile, renewalDay, setReminderDays } from '../../support/renewal-day';
import { newKey, valueOf, type Called, type OfficeDay, type Person } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { persist, type Stage } from '../stage';
import { textOf, type State } from '../state';

const PERSON = 'inWindowComplete';
const ENDED = 'lastDay';
const TABS = ['更新申請', '通知', '_要約'];
const MADE = ['証書', '有効期間', ...TABS];
/** Long enough for the office hours of the next working day. */
const TOLD = 'PT26H';
/** The receipt is mailed and the login kept: what follows commits nothing else. */
const KEPT = 'PT6M';
const DECIDED = { resolvedOn: '2026-11-22', resolution: '決裁第1号' };

interface Arranged {
  person: Person;
  token: string;
  key: string;
  receipt: string;
}

async function insider(day: OfficeDay): Promise<Arranged> {
  const { person, token } = await renewalDay(day).enter(PERSON);
  return { person, token, key: newKey(), receipt: '' };
}

async function applied(day: OfficeDay): Promise<Arranged> {
  const arranged = await insider(day);
  const { receipt } = valueOf<{ receipt: string }>(
    await renewalDay(day).apply(arranged.token, asOnFile(arranged.person)),
  );
  await day.advance(KEPT);
  return { ...arranged, receipt };
}

async function confirmed(day: OfficeDay): Promise<Arranged> {
  const arranged = await applied(day);
  await renewalDay(day).decide('確認済', [arranged.receipt]);
  return arranged;
}

/** Approved long enough ago that everybody was told; the number of its 証書. */
async function approved(day: OfficeDay): Promise<Arranged & { certificate: string }> {
  const arranged = await confirmed(day);
  const renewal = renewalDay(day);
  await renewal.decide('承認', [arranged.receipt], DECIDED);
  const [one] = (await renewal.ask('certificateQueue', { show: '作成待ち' })).cases;
  return { ...arranged, certificate: one?.certificate ?? '' };
}

async function labelled(day: OfficeDay) {
  const arranged = await approved(day);
  await renewalDay(day).ask('markCertificates', { to: '作成済', certificates: [arranged.certificate] });
  return arranged;
}

/** Lines of a tab of the person that hold these cells; one is wanted. */
function missingRow(person: Person, state: State, tab: string, wanted: Record<string, string>): string[] {
  const own = state.tab(tab).rows.filter((row) => row['登録番号'] === person.number);
  const held = own.filter((row) => Object.entries(wanted).every(([key, text]) => textOf(row[key]) === text));
  return held.length === 1 ? [] : [`${held.length} rows of ${tab} hold ${JSON.stringify(wanted)}`];
}

/** What `_要約` keeps of the rows, cell by cell where both tell. */
function unlikeSummary(person: Person, state: State, tab: string, key: string, header: string): string[] {
  const summary = state.tab('_要約').rows.find((row) => row['登録番号'] === person.number);
  const { rows } = JSON.parse(textOf(summary?.['要約']) || '{}') as {
    rows?: Record<string, Record<string, Record<string, string | number>>>;
  };
  return state
    .tab(tab)
    .rows.filter((row) => row['登録番号'] === person.number)
    .flatMap((row) => {
      const kept = rows?.[tab]?.[textOf(row[key])];
      const is = textOf(row[header]);
      return String(kept?.[header] ?? '') === is ? [] : [`要約 has not ${header} 「${is}」 of ${tab}`];
    });
}

function mailsMissing(person: Person, state: State, part: string, count = 1): string[] {
  const told = state.mails.filter(({ to, subject }) => to === person.mailToType && subject.includes(part));
  return told.length === count ? [] : [`${told.length} mails 「${part}」, not ${count}`];
}

const renewed = (person: Person, state: State) => [
  ...missingRow(person, state, '更新申請', { 状態: '承認', 新有効期間満了日: '2032-03-31' }),
  ...missingRow(person, state, '有効期間', { 根拠: '更新', 満了日: '2032-03-31' }),
  ...missingRow(person, state, '証書', { 事由: '更新', 状態: '作成待ち' }),
  ...unlikeSummary(person, state, '更新申請', '受付番号', '状態'),
];

/** Presses, with the retries of a page. */
const press = ({ office }: Stage, method: string, args: unknown, key: string): Promise<boolean> =>
  persist((): Promise<Called> => office(method, args, key));

export const renewalOperations: readonly Operation[] = [
  operation({
    name: '更新 applied for',
    tabs: TABS,
    commits: 3,
    people: [PERSON],
    single: true,
    arrange: ({ day }) => insider(day),
    act: async ({ day, advance }, { token, key, person }) => {
      const done = await persist(() => renewalDay(day).apply(token, asOnFile(person), key));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) =>
      Promise.resolve([
        ...missingRow(person, state, '更新申請', { 状態: '申請中', 受付日: '2026-11-22' }),
        ...unlikeSummary(person, state, '更新申請', '受付番号', '状態'),
        ...mailsMissing(person, state, '資格更新の申請を受け付けました'),
      ]),
  }),
  operation({
    name: '更新 withdrawn',
    tabs: TABS,
    commits: 1,
    people: [PERSON],
    single: true,
    arrange: ({ day }) => applied(day),
    act: ({ day }, { token, key, receipt }) =>
      persist(() => day.mypage('withdrawRenewal', { receipt }, { token, key })),
    missing: (_, { person }, state) =>
      Promise.resolve([
        ...missingRow(person, state, '更新申請', { 状態: '取下げ' }),
        ...unlikeSummary(person, state, '更新申請', '受付番号', '状態'),
      ]),
  }),
  operation({
    name: '更新 entered from paper',
    tabs: TABS,
    commits: 3,
    people: [PERSON],
    single: true,
    arrange: ({ day }) => insider(day),
    act: async ({ office, advance }, { person, key }) => {
      const entry = { number: person.number, receivedOn: '2026-11-20', printedName: '', sendTo: '自宅' };
      const done = await persist(() => office('enterRenewal', entry, key));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) =>
      Promise.resolve(missingRow(person, state, '更新申請', { 状態: '申請中', 受付日: '2026-11-20' })),
  }),
  operation({
    name: '更新 confirmed',
    tabs: TABS,
    commits: 1,
    people: [PERSON],
    single: true,
    arrange: ({ day }) => applied(day),
    act: ({ office }, { receipt, key }) =>
      persist(() => office('decideRenewals', { decision: '確認済', receipts: [receipt] }, key)),
    missing: (_, { person }, state) =>
      Promise.resolve([
        ...missingRow(person, state, '更新申請', { 状態: '確認済' }),
        ...unlikeSummary(person, state, '更新申請', '受付番号', '状態'),
      ]),
  }),
  operation({
    name: '更新 approved',
    later: TOLD,
    tabs: MADE,
    commits: 9,
    people: [PERSON],
    single: true,
    arrange: ({ day }) => confirmed(day),
    act: (stage, { receipt, key }) =>
      press(stage, 'decideRenewals', { decision: '承認', receipts: [receipt], ...DECIDED }, key),
    missing: (_, { person }, state) =>
      Promise.resolve([
        ...renewed(person, state),
        ...mailsMissing(person, state, '資格の更新を承認しました'),
      ]),
  }),
  operation({
    name: '更新, an approval taken back',
    later: TOLD,
    tabs: MADE,
    commits: 5,
    people: [PERSON],
    single: true,
    arrange: async ({ day }) => {
      const arranged = await approved(day);
      await day.advance(TOLD);
      return arranged;
    },
    act: (stage, { receipt, key }) =>
      press(stage, 'decideRenewals', { decision: '取消', receipts: [receipt], reason: '取り違え' }, key),
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
    tabs: TABS,
    commits: 7,
    people: [PERSON],
    single: true,
    arrange: ({ day }) => applied(day),
    act: async ({ day, advance }, { receipt }) => {
      const { display } = await day.control.get<{ display: string[][] }>(
        `/api/sheets/${encodeURIComponent('更新申請')}`,
      );
      const [headers = []] = display;
      const at = display.findIndex(([number]) => number === receipt) + 1;
      const { staff } = await day.sample();
      await day.control.post(`/api/sheets/${encodeURIComponent('更新申請')}/edit`, {
        ...{ user: staff[0], range: `${String.fromCharCode(65 + headers.indexOf('状態'))}${String(at)}` },
        values: [['確認済']],
      });
      await advance('PT12M');
      return true;
    },
    missing: (_, { person }, state) =>
      Promise.resolve(missingRow(person, state, '更新申請', { 状態: '確認済' })),
  }),
  operation({
    name: '証書 posted',
    later: TOLD,
    tabs: ['証書', '通知', '_要約'],
    commits: 5,
    people: [PERSON],
    single: true,
    arrange: ({ day }) => labelled(day),
    act: (stage, { certificate, key }) => {
      const lines = [{ certificate, tracking: '1234-5678' }];
      return press(stage, 'postCertificates', { postedOn: '2026-11-22', postedBy: '簡易書留', lines }, key);
    },
    missing: (_, { person }, state) =>
      Promise.resolve([
        ...missingRow(person, state, '証書', { 状態: '発送済', お問い合わせ番号: '1234-5678' }),
        ...unlikeSummary(person, state, '証書', '証書番号', '状態'),
        ...mailsMissing(person, state, '資格認定証書を発送しました'),
      ]),
  }),
  operation({
    name: '失効 confirmed',
    tabs: ['台帳', '変更履歴', '_要約'],
    commits: 1,
    people: [ENDED],
    single: true,
    arrange: async ({ day }) => {
      const person = await day.person(ENDED);
      await day.advance('P2D');
      return { person, key: newKey() };
    },
    act: ({ office }, { person, key }) =>
      persist(() => office('confirmLapse', { numbers: [person.number] }, key)),
    missing: (_, { person }, state) => {
      // A row somebody has typed into meanwhile is not among these.
      const row = state.tab('台帳').rows.find((one) => one['登録番号'] === person.number);
      return Promise.resolve(row && row['状態'] !== '失効' ? [`状態 is ${textOf(row['状態'])}`] : []);
    },
  }),
  operation({
    name: 'the morning queues reminders',
    tabs: ['通知', '_要約'],
    commits: 12,
    onceMended: 'P1D',
    people: [PERSON],
    single: true,
    arrange: async ({ day }) => {
      await setReminderDays(day, '180/90/30/7');
      return { person: await day.person(PERSON) };
    },
    act: async ({ advance }) => {
      await advance('PT50H');
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
