/** Nobody loses a qualification through a machine, a late click or a slow week: four people on the moved clock, to their end. */
import { asOnFile, renewalDay, type RenewalDay } from '../support/renewal-day';
import { officeDay, refusalOf, valueOf, type OfficeDay, type Person } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

/** The sample's people of the window end on 31 March 2027. */
const NOW = '2026-11-24T10:00:00+09:00';
const MARCH = '2027-03-02T10:00:00+09:00';
const END = '令和9年3月31日（2027年）';
const LAST_MINUTE = '2027-03-31T23:59:00+09:00';

let workspace: TestWorkspace;
let day: OfficeDay;
let renewal: RenewalDay;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
  renewal = renewalDay(day);
  await workspace.control.post('/api/reset', { scenario: 'sample', registrants: 60, now: NOW });
  await workspace.control.post('/api/checkpoint', { save: NOW });
  // The jobs of the winter run once for all.
  await renewal.to(MARCH);
  await workspace.control.post('/api/checkpoint', { save: MARCH });
});
beforeEach(() => backTo(MARCH));
afterAll(() => workspace.close());

const backTo = (time: string) => workspace.control.post('/api/checkpoint', { restore: time });
const view = async (token: string) => (await renewal.view(token)).renewal;
const apply = async (token: string, person: Person) =>
  valueOf<{ receipt: string }>(await renewal.apply(token, asOnFile(person))).receipt;
const lapsing = async () => {
  const { people } = await renewal.ask('lapseList', {});
  return people.map(({ number }) => number);
};

it('on the last day at 23:59 one may apply, and is renewed without a gap when it is approved weeks later', async () => {
  const { person } = await renewal.enter('inWindowComplete');
  await renewal.to(LAST_MINUTE);
  const token = await renewal.again(person);
  expect(await view(token)).toMatchObject({ canApply: true, end: END, daysToApply: 0 });
  const receipt = await apply(token, person);
  await renewal.to('2027-04-12T10:00:00+09:00');
  // Under way: neither the page nor the list of those to be lapsed says that it is over.
  expect(await lapsing()).not.toContain(person.number);
  expect((await day.rows('更新申請'))[0]).toMatchObject({ 受付日: '2027/03/31', 状態: '申請中' });
  await renewal.approve([receipt], '2027-04-12');
  expect(await day.ledger(person.number)).toMatchObject({
    ...{ 有効期間開始日: '2027/04/01', 有効期間満了日: '2032/03/31', 状態: '有効' },
  });
  expect((await renewal.view(await renewal.again(person))).validity).toMatchObject({
    state: '有効',
    start: '令和9年4月1日（2027年）',
  });
});

it('one minute after it is too late for who had nothing waiting', async () => {
  const { person } = await renewal.enter('inWindowComplete');
  await renewal.to('2027-04-01T00:00:00+09:00');
  const token = await renewal.again(person);
  expect(await view(token)).toMatchObject({ canApply: false, why: ['TOO_LATE'], daysToApply: -1 });
  expect(refusalOf(await renewal.apply(token, asOnFile(person))).fields).toEqual({ renewal: 'TOO_LATE' });
});

it('short of the 講習 until it is approved after 満了日, one may still apply within 救済日数', async () => {
  const { person } = await renewal.enter('inWindowNoCourse');
  await renewal.to('2027-03-30T10:00:00+09:00');
  const course = valueOf<{ receipt: string }>(
    await renewal.office('enterPoints', {
      ...{ number: person.number, receivedOn: '2027-03-29', evidenceState: '受領済' },
      form: {
        ...{ eventCode: '', category: '職業紹介責任者講習', role: '', title: '責任者講習（春）' },
        ...{ host: '当協会', attendedOn: '2027-03-20', endedOn: '', hours: '' },
      },
    }),
  ).receipt;
  await renewal.to('2027-04-05T10:00:00+09:00');
  let token = await renewal.again(person);
  expect(await view(token)).toMatchObject({ canApply: false, waitsInTime: true, rescueDays: 14 });
  expect(await lapsing()).not.toContain(person.number);
  valueOf(await renewal.office('decidePoints', { decision: '承認', receipts: [course] }));
  expect(await view(token)).toMatchObject({
    ...{ canApply: true, rescuedUntil: '令和9年4月19日（月）', daysToApply: 14 },
  });
  await renewal.to('2027-04-19T23:59:00+09:00');
  token = await renewal.again(person);
  const receipt = await apply(token, person);
  expect(await renewal.approve([receipt], '2027-04-19')).toMatchObject({ decided: 1, skipped: [] });
  expect((await day.ledger(person.number))?.['有効期間開始日']).toBe('2027/04/01');
  // A day later the door would have been shut.
  const { skipped } = await renewal.decide('確認済', [receipt]);
  expect(skipped).toMatchObject([{ reason: 'DECIDED' }]);
});

it('sent back before 満了日 and mended after it, an application keeps its first day', async () => {
  const { person } = await renewal.enter('inWindowComplete');
  const receipt = await apply(await renewal.again(person), person);
  await renewal.to('2027-03-26T10:00:00+09:00');
  await renewal.decide('差戻し', [receipt], {
    ...{ reason: 'お名前を確認できませんでした。', fixBy: '2027-04-09' },
  });
  await renewal.to('2027-04-08T09:00:00+09:00');
  const token = await renewal.again(person);
  expect(await lapsing()).not.toContain(person.number);
  expect(await view(token)).toMatchObject({
    application: { state: '差戻し', canMend: true, lastChance: true, fixBy: '令和9年4月9日（金）' },
  });
  valueOf(await renewal.apply(token, { ...asOnFile(person), receipt }));
  await renewal.to('2027-04-20T09:00:00+09:00');
  expect(await renewal.approve([receipt], '2027-04-20')).toMatchObject({ decided: 1, skipped: [] });
  expect((await day.rows('更新申請'))[0]).toMatchObject({ 受付日: '2027/03/02', 状態: '承認' });
  expect((await renewal.rowsOf('有効期間', person.number))[1]).toMatchObject({
    ...{ 開始日: '2027/04/01', 満了日: '2032/03/31', 根拠: '更新' },
  });
});

it('lapsed by a press, one can read everything, and comes back as 特例 with what was unmet spelled out', async () => {
  const { person } = await renewal.enter('inWindowShort');
  await renewal.to('2027-04-01T09:00:00+09:00');
  const home = valueOf<{ waiting: { label: string; count: number }[] }>(await renewal.office('home', {}));
  const { people, total } = await renewal.ask('lapseList', {});
  expect(people.map(({ number }) => number)).toContain(person.number);
  expect(home.waiting.find(({ label }) => label === '失効予定')?.count).toBe(people.length);
  expect(people.length).toBeLessThanOrEqual(total);
  const answer = await renewal.ask('confirmLapse', { numbers: [person.number] });
  expect(answer).toEqual({ lapsed: 1, left: 0 });
  expect(await day.ledger(person.number)).toMatchObject({
    ...{ 状態: '失効', 状態の事由: '満了', 状態の日: '2027/04/01' },
  });
  const token = await renewal.again(person);
  const seen = await renewal.view(token);
  expect(seen.validity.state).toBe('失効');
  expect(seen.points.records.length).toBeGreaterThan(0);
  expect(seen.renewal).toMatchObject({ canApply: false, why: expect.arrayContaining(['STATE']) as unknown });
  // Pressed again nobody lapses twice.
  expect(await renewal.ask('confirmLapse', { numbers: [person.number] })).toEqual({ lapsed: 0, left: 1 });

  await renewal.to('2027-04-20T09:00:00+09:00');
  const entered = await renewal.ask('enterRenewal', {
    ...{ number: person.number, receivedOn: '2027-04-15', printedName: '', sendTo: '自宅' },
  });
  expect(entered.spelled).toEqual([
    'ポイントが、あと2足りません（3 / 5）。',
    '受付日が、申請の締切り（令和9年3月31日（水））を過ぎています。',
    `資格有効期間は${END}に終わり、失効が確定しています。`,
  ]);
  const { skipped } = await renewal.decide('確認済', [entered.receipt]);
  expect(skipped).toMatchObject([{ reason: 'UNMET', spelled: entered.spelled }]);
  const exception = { kind: '期限後', reason: '入院のため（理事会決定）' };
  await renewal.decide('確認済', [entered.receipt], { exception });
  const special = { resolvedOn: '2027-04-22', resolution: '特例第1号' };
  expect(await renewal.decide('承認', [entered.receipt], special)).toMatchObject({ decided: 1 });
  expect(await day.ledger(person.number)).toMatchObject({
    ...{ 状態: '有効', 有効期間開始日: '2027/04/01', 有効期間満了日: '2032/03/31' },
  });
  expect(await renewal.rowsOf('有効期間', person.number)).toMatchObject([
    { 期: '1' },
    { 期: '2', 根拠: '特例', 受付番号: entered.receipt },
  ]);
});

it('comes back by 復帰 with a period from that day, and 抹消 ends login and all that waits', async () => {
  await backTo(NOW);
  const { person, token } = await renewal.enter('inWindowComplete');
  const receipt = await apply(token, person);
  const press = { number: person.number, reason: '本人の申出', on: '2026-11-24' };
  expect(await renewal.ask('changePersonState', { ...press, action: '抹消' })).toMatchObject({
    state: '登録抹消',
  });
  expect((await day.rows('更新申請')).find((row) => row['受付番号'] === receipt)?.['状態']).toBe('取下げ');
  expect(refusalOf(await day.mypage('view', {}, { token })).code).toBe('SESSION_ENDED');

  const lapsed = await day.person('lapsed');
  const back = await renewal.ask('changePersonState', {
    ...{ number: lapsed.number, action: '復帰', reason: '復帰の承認', on: '2026-11-24' },
  });
  expect(back).toEqual({
    ...{ name: lapsed.name, state: '有効' },
    period: '令和8年11月24日（2026年）から令和13年11月23日（2031年）まで',
  });
  expect(await day.ledger(lapsed.number)).toMatchObject({ 状態: '有効', 有効期間満了日: '2031/11/23' });
});

it('comes back from 休止 into the period that still runs: a new one comes by renewal only', async () => {
  await backTo(NOW);
  const { person } = await renewal.enter('inWindowComplete');
  const press = { number: person.number, reason: '本人の申出', on: '2026-11-24' };
  await renewal.ask('changePersonState', { ...press, action: '休止' });
  const before = await renewal.rowsOf('有効期間', person.number);
  expect(await renewal.ask('changePersonState', { ...press, action: '復帰' })).toEqual({
    ...{ name: person.name, state: '有効', period: '' },
  });
  expect(await renewal.rowsOf('有効期間', person.number)).toEqual(before);
  expect(await day.ledger(person.number)).toMatchObject({ 状態: '有効', 有効期間満了日: '2027/03/31' });
});
