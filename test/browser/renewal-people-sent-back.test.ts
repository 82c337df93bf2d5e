/** Applied in time, sent back before 満了日, mended after it: the first day keeps. */
import { openFaces, type Faces } from '../support/renewal-faces';
import type { Person } from '../support/office-day';

const REASON = '記載氏名が台帳と違います。';

let faces: Faces;
let person: Person;

beforeAll(async () => {
  faces = await openFaces('sent-back');
  person = await faces.enter('inWindowComplete');
});
afterAll(() => faces.close());

it('is told why and until when, mends it in April, and is renewed by the application of March', async () => {
  const { day, renewal, to } = faces;
  const application = async () => (await renewal.rowsOf('更新申請', person.number))[0];

  await to('2027-03-02T10:00:00+09:00');
  const first = await faces.phone(person);
  await first.press('更新を申請する');
  await first.frame.getByLabel('記載氏名').fill('十全　みつる');
  await first.look('1-form');
  await first.press('確認する');
  await first.press('この内容で申請する');
  await first.says('更新の申請を受け付けました');
  const receipt = (await application())?.['受付番号'] ?? '';

  await to('2027-03-26T10:00:00+09:00');
  const desk = await faces.desk();
  await desk.view('renewals');
  const card = desk.card(person);
  await card.getByText('（台帳の氏名と違います）').waitFor();
  await card.getByRole('button', { name: '差戻し' }).press('Enter');
  await card.getByLabel('理由', { exact: true }).fill(REASON);
  await card.getByLabel('お願い').fill('台帳のお名前に直してください。');
  await card.getByLabel('補正期限').fill('令和9年4月9日');
  await desk.look('2-send-back');
  await card.getByRole('button', { name: '差戻し' }).press('Enter');
  await desk.says(/「差戻し」にしました。/);
  expect(await application()).toMatchObject({ 状態: '差戻し', 補正期限: '2027/04/09' });

  await to('2027-04-08T21:00:00+09:00');
  const mail = (await day.mails(person.mailToType)).find(({ subject }) => subject.includes('確認のお願い'));
  expect(mail?.body).toContain(REASON);
  expect(mail?.body).toContain('令和9年4月9日（金）');
  expect(mail?.body).toContain('最初に申請された日（令和9年3月2日');
  const home = await faces.phone(person, 'ホーム');
  await home.says(/更新の申請に、直していただきたい点があります。/);
  await home.look('3-home');
  const second = await faces.phone(person);
  await second.says(REASON);
  await second.says('令和9年4月9日（金）');
  await second.says(/令和9年3月2日（2027年）の申請として扱います。/);
  await second.look('4-returned');
  expect((await second.steps())[1]).toBe('● 事務局の確認 お直しをお待ちしています');
  await second.press('修正して再申請');
  await second.frame.getByLabel('記載氏名').fill(person.name);
  await second.press('確認する');
  await second.press('この内容で申請する');
  await second.says('更新の申請を受け付けました');
  await second.press('更新にもどる');
  await second.says('受付日 令和9年3月2日（2027年）');
  await second.look('5-mended');
  expect(await application()).toMatchObject({
    ...{ 受付番号: receipt, 状態: '申請中', 受付日: '2027/03/02', 記載氏名: person.name, 補正期限: '' },
  });

  await to('2027-04-20T10:00:00+09:00');
  const lapse = await faces.desk();
  await lapse.view('lapse');
  await lapse.frame.getByRole('checkbox').first().waitFor();
  expect(await lapse.frame.getByText(`（${person.number}）`).count()).toBe(0);
  await lapse.view('renewals');
  await lapse.card(person).getByText('受付日 令和9年3月2日（2027年）').waitFor();
  await lapse.look('6-again');
  await lapse.card(person).getByRole('button', { name: '確認済にする' }).press('Enter');
  await lapse.says('「確認済」にしました。');
  await lapse.state('確認済');
  await lapse.card(person).getByRole('button', { name: '承認する' }).press('Enter');
  await lapse.card(person).getByRole('button', { name: '承認する' }).press('Enter');
  await lapse.says(/「承認」にしました。/);
  expect(await application()).toMatchObject({ 状態: '承認', 受付日: '2027/03/02', 決裁日: '2027/04/20' });
  expect(await renewal.rowsOf('有効期間', person.number)).toMatchObject([
    { 期: '1', 満了日: '2027/03/31' },
    { 期: '2', 開始日: '2027/04/01', 満了日: '2032/03/31', 根拠: '更新', 受付番号: receipt },
  ]);
  expect(await renewal.rowsOf('証書', person.number)).toMatchObject([{ 記載氏名: person.name }]);
  expect(await day.ledger(person.number)).toMatchObject({ 状態: '有効', 有効期間開始日: '2027/04/01' });
  await to('2027-04-21T10:00:00+09:00');
  const kinds = (await renewal.rowsOf('通知', person.number)).map((row) => row['種別']);
  expect(kinds.filter((kind) => kind === '更新の受付')).toHaveLength(2);
  expect(kinds.filter((kind) => kind === '更新の差戻し')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === '更新の承認')).toHaveLength(1);
  expect(kinds.filter((kind) => kind?.startsWith('要件'))).toEqual(
    kinds.filter((kind) => kind === '要件充足'),
  );
});
