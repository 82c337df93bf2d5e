/** Two people at one application, each in a sidebar of her own: one decides, the other reads what has become of it. */
import { openBrowser, type TestBrowser } from '../support/browser';
import { importDay } from '../support/import-day';
import { officeDay, type OfficeDay, type Person } from '../support/office-day';
import { pointsDay, pointsNow, type PointsDay } from '../support/points-day';
import { openSidebar, type Sidebar } from '../support/sidebar';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

let workspace: TestWorkspace;
let browser: TestBrowser;
let day: OfficeDay;
let office: PointsDay;
let person: Person;
let receipt: string;

beforeAll(async () => {
  [workspace, browser] = await Promise.all([
    startTestWorkspace({ now: pointsNow, registrants: 60 }),
    openBrowser(),
  ]);
  day = officeDay(workspace.control);
  office = pointsDay(day);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', registrants: 60, now: pointsNow });
  person = await day.person('sameMail');
  await importDay(day).attend(person, '実務セミナー', '2026-10-08');
  receipt = await office.enter(person.number, { host: '当協会' });
});
afterAll(async () => {
  await browser.close();
  await workspace.close();
});

/** The sidebar of the nth of the staff, at this application. */
async function atCard(who: number): Promise<Sidebar> {
  const sidebar = await openSidebar(workspace, browser, day, who);
  await sidebar.go('points');
  await sidebar.card(person.number).getByText('受講履歴との照合：一致').waitFor();
  return sidebar;
}

const approve = (sidebar: Sidebar) =>
  sidebar.card(person.number).getByRole('button', { name: '承認', exact: true }).press('Enter');

/** She has written why, and has only to press. */
async function writeRefusal(sidebar: Sidebar): Promise<void> {
  const card = sidebar.card(person.number);
  await card.getByRole('button', { name: '不承認', exact: true }).press('Enter');
  await card.getByLabel('理由', { exact: true }).fill('受講の記録が確認できませんでした。');
}
const refuse = (sidebar: Sidebar) =>
  sidebar.card(person.number).getByRole('button', { name: '不承認にする' }).press('Enter');

/** What stands in the place of the application. */
const line = async (sidebar: Sidebar): Promise<string> => {
  const told = sidebar.frame.getByRole('status').filter({ hasText: `${person.name}（${person.number}）` });
  await told.waitFor();
  return told.innerText();
};
const TAKEN = (state: string) =>
  `すでに「${state}」になっています。いま押したことは記録していません。シート「ポイント」の「確認者」をご覧ください。`;

/** One row decided, one notice, one mail, all of the same decision. */
async function expectOne(state: string, subject: string): Promise<void> {
  expect(await office.rowOf(receipt)).toMatchObject({ 状態: state });
  expect(await office.notices(person.number)).toHaveLength(1);
  await day.advance('PT45M');
  expect((await day.mails(person.mail)).map((mail) => mail.subject)).toEqual([subject]);
}
const SUBJECT: Record<string, string> = {
  承認: '【民紹協】ポイントの申請を承認しました',
  不承認: '【民紹協】ポイントの申請の結果をお知らせします',
};

it('who presses 不承認 on what another has just approved reads so, and nothing changes', async () => {
  const [first, second] = await Promise.all([atCard(0), atCard(1)]);
  await writeRefusal(second);
  await approve(first);
  expect(await line(first)).toContain('「承認」にしました。');
  await refuse(second);
  expect(await line(second)).toContain(TAKEN('承認'));
  expect(await second.look('race-second')).toEqual([]);
  await second.frame.getByText('申請中の申請はありません。').waitFor();
  expect((await office.rowOf(receipt))['確認者']).toBe('青木　ひとみ');
  await expectOne('承認', SUBJECT['承認'] ?? '');
});

it('both press in the same moment: one outcome, and the other is told which', async () => {
  const [first, second] = await Promise.all([atCard(0), atCard(1)]);
  await writeRefusal(second);
  await Promise.all([approve(first), refuse(second)]);
  const told = [await line(first), await line(second)];
  const { 状態: state = '' } = await office.rowOf(receipt);
  expect(['承認', '不承認']).toContain(state);
  const [winner, loser] = state === '承認' ? told : [...told].reverse();
  expect(winner).toContain(`「${state}」にしました。`);
  expect(loser).toContain(TAKEN(state));
  await expectOne(state, SUBJECT[state] ?? '');
});
