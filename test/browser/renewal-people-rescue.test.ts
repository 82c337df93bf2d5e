/** His 講習 is approved after 満了日: what he applied for in time keeps the door open for 救済日数, and not a day longer. */
import { openFaces, type Faces } from '../support/renewal-faces';
import type { Person } from '../support/office-day';

let faces: Faces;
let person: Person;

beforeAll(async () => {
  faces = await openFaces('rescue');
  person = await faces.enter('inWindowNoCourse');
});
afterAll(() => faces.close());

it('is not lapsed while it waits, applies on the last day of the rescue, and is renewed from 1 April', async () => {
  const { day, renewal, to } = faces;
  const course = async () =>
    (await renewal.rowsOf('ポイント', person.number)).find((row) => row['名称'] === '責任者講習（春）');
  const subjects = async () => (await day.mails(person.mailToType)).map(({ subject }) => subject);

  await to('2027-03-29T20:00:00+09:00');
  const before = await faces.phone(person);
  await before.says('いまは申請できません');
  await before.says('残りの日数が少ないので、事務局へご相談ください。');
  await before.look('1-short');
  const points = await faces.phone(person, 'ポイント');
  await points.press('講習・ポイントの承認を申請する');
  await points.press('一覧にない');
  const choose = (name: string) => points.frame.getByRole('radio', { name, exact: true }).press('Space');
  await choose('職業紹介責任者講習');
  await choose('当協会');
  await points.frame.getByLabel('セミナー・講習などの名称').fill('責任者講習（春）');
  await points.frame.getByLabel('月', { exact: true }).fill('3');
  await points.frame.getByLabel('日', { exact: true }).fill('20');
  await points.look('2-course');
  await points.press('確認する');
  await points.press('この内容で申請する');
  await points.says('講習・ポイントの申請を受け付けました');
  await points.look('3-course-sent');
  expect(await course()).toMatchObject({ 状態: '申請中', 受付日: '2027/03/29', 証明書類の状態: '不要' });

  await to('2027-04-05T10:00:00+09:00');
  const waiting = await faces.phone(person);
  await waiting.says(/承認されて要件がそろえば、承認の日の14日後まで、更新を申請できます。/);
  expect(await waiting.frame.getByRole('button', { name: '更新を申請する' }).count()).toBe(0);
  await waiting.look('4-waits');
  const desk = await faces.desk();
  await desk.view('lapse');
  await desk.says(/満了日を過ぎ/);
  await desk.frame.getByRole('checkbox').first().waitFor();
  expect(await desk.frame.getByText(`（${person.number}）`).count()).toBe(0);
  await desk.look('5-lapse-list');
  await desk.view('points');
  const card = desk.card(person);
  await card.getByText('責任者講習（春）').first().waitFor();
  await desk.look('6-course');
  await card.getByRole('button', { name: '承認', exact: true }).press('Enter');
  await card.getByRole('button', { name: '承認する' }).press('Enter');
  await desk.says(/「承認」にしました。/);
  expect(await course()).toMatchObject({ 状態: '承認', 受付日: '2027/03/29' });

  await to('2027-04-19T23:50:00+09:00');
  expect((await subjects()).filter((subject) => subject.includes('ポイントの申請を承認'))).toHaveLength(1);
  const last = await faces.phone(person);
  await last.says('令和9年4月19日（月）');
  await last.says('今日が申請の最後の日です。');
  await last.look('7-last-day');
  await last.press('更新を申請する');
  await last.press('確認する');
  await last.press('この内容で申請する');
  await last.says('更新の申請を受け付けました');
  const [applied] = await renewal.rowsOf('更新申請', person.number);
  expect(applied).toMatchObject({ 状態: '申請中', 受付日: '2027/04/19', 有効期間満了日: '2027/03/31' });
  await last.press('更新にもどる');
  await last.says('事務局の確認');
  await last.look('8-applied');

  await to('2027-04-21T10:00:00+09:00');
  const decision = await faces.desk();
  await decision.view('renewals');
  const application = decision.card(person);
  await decision.look('9-application');
  await application.getByRole('button', { name: '確認済にする' }).press('Enter');
  await decision.says('「確認済」にしました。');
  const confirmed = await faces.phone(person);
  await confirmed.says('決裁待ち');
  expect((await confirmed.steps()).slice(0, 3)).toEqual([
    '✓ 申請の受付 令和9年4月19日（2027年）',
    '✓ 事務局の確認 令和9年4月21日（2027年）',
    '● 協会の決裁 お待ちください',
  ]);
  await confirmed.look('10-confirmed');
  const resolved = await faces.desk();
  await resolved.view('renewals');
  await resolved.state('確認済');
  await resolved.card(person).getByRole('button', { name: '承認する' }).press('Enter');
  await resolved.card(person).getByLabel('決裁番号').fill('決裁第13号');
  await resolved.card(person).getByRole('button', { name: '承認する' }).press('Enter');
  await resolved.says(/「承認」にしました。/);
  await to('2027-04-22T10:00:00+09:00');
  expect((await renewal.rowsOf('更新申請', person.number))[0]).toMatchObject({
    ...{ 状態: '承認', 決裁日: '2027/04/21', 決裁番号: '決裁第13号' },
  });
  expect(await renewal.rowsOf('有効期間', person.number)).toMatchObject([
    { 期: '1', 満了日: '2027/03/31' },
    { 期: '2', 開始日: '2027/04/01', 満了日: '2032/03/31', 根拠: '更新' },
  ]);
  expect(await day.ledger(person.number)).toMatchObject({ 状態: '有効', 有効期間満了日: '2032/03/31' });
  expect(await renewal.rowsOf('証書', person.number)).toMatchObject([{ 状態: '作成待ち', 事由: '更新' }]);
  expect((await subjects()).filter((subject) => subject.includes('更新を承認'))).toHaveLength(1);
  const home = await faces.phone(person, 'ホーム');
  await home.says('令和14年3月31日（2032年）');
  await home.look('11-home');
});
