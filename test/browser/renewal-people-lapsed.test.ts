/** Nothing was applied for: a person confirms the lapse, and another press brings her back as 特例. */
import { openFaces, type Faces } from '../support/renewal-faces';
import type { Person } from '../support/office-day';

let faces: Faces;
let person: Person;

beforeAll(async () => {
  faces = await openFaces('lapsed');
  person = await faces.enter('inWindowShort');
});
afterAll(() => faces.close());

it('reads everything while lapsed, and is restored with what was unmet spelled out', async () => {
  const { day, renewal, to } = faces;
  await to('2027-04-01T10:00:00+09:00');
  const desk = await faces.desk();
  await desk.frame.getByRole('button', { name: /^失効予定/ }).press('Enter');
  await desk.frame.getByLabel(`（${person.number}）`).press('Space');
  await desk.look('1-lapse-list');
  expect(await day.ledger(person.number)).toMatchObject({ 状態: '有効' });
  await desk.press('失効を確定する（1名）');
  await desk.says('1名の失効を確定しますか');
  await desk.says(person.name);
  await desk.look('2-lapse-step');
  await desk.press('失効を確定する（1名）');
  await desk.says('1名の失効を確定しました。');
  await desk.look('3-lapsed');
  expect(await day.ledger(person.number)).toMatchObject({
    ...{ 状態: '失効', 状態の事由: '満了', 状態の日: '2027/04/01' },
  });
  const others = (await day.rows('台帳')).filter(
    (row) => row['状態'] === '失効' && row['有効期間満了日'] === '2027/03/31',
  );
  expect(others.map((row) => row['登録番号'])).toEqual([person.number]);

  const home = await faces.phone(person, 'ホーム');
  await home.says('失効');
  await home.says(/資格は失効しています/);
  await home.look('4-home');
  const room = await faces.phone(person);
  await room.says('いまは申請できません');
  await room.says(/資格の効力がなくなっているため、申請できません。/);
  expect(await room.frame.getByRole('button', { name: '更新を申請する' }).count()).toBe(0);
  await room.look('5-renewal');
  const points = await faces.phone(person, 'ポイント');
  await points.frame.getByRole('heading', { name: 'ポイントの確認・申請' }).waitFor();
  await points.look('6-points');

  await to('2027-04-20T10:00:00+09:00');
  const paper = await faces.desk();
  await paper.view('renewals');
  await paper.press('紙の申請を入力する');
  await paper.frame.getByRole('textbox', { name: '登録番号' }).fill(person.number);
  await paper.press('次へ');
  await paper.frame.getByRole('group', { name: '登録番号の方' }).getByText(person.name).waitFor();
  await paper.frame.getByLabel('受付日').fill('令和9年4月15日');
  await paper.look('7-paper');
  await paper.press(`${person.name}さんの申請を受け付ける`);
  await paper.says(/ポイントが、あと2足りません（3 \/ 5）。/);
  await paper.look('8-paper-done');
  await paper.press('一覧にもどる');
  const card = paper.card(person);
  await card.getByText('受付日が、申請の締切り（令和9年3月31日（水））を過ぎています。').waitFor();
  await card.getByRole('button', { name: '確認済にする' }).press('Enter');
  await card.getByLabel('特例とする理由').fill('入院のため（理事会決定）');
  await paper.look('9-exception');
  await card.getByRole('button', { name: '確認済にする' }).press('Enter');
  await paper.says('「確認済」にしました。');
  await paper.state('確認済');
  await card.getByText('特例（期限後）：入院のため（理事会決定）').waitFor();
  await card.getByRole('button', { name: '承認する' }).press('Enter');
  expect(await card.getByLabel('特例とする理由').count()).toBe(0);
  await card.getByLabel('決裁日').fill('2027/4/20');
  await card.getByLabel('決裁番号').fill('特例第1号');
  await paper.look('10-resolution');
  await card.getByRole('button', { name: '承認する' }).press('Enter');
  await paper.says(/「承認」にしました。/);

  const [application] = await renewal.rowsOf('更新申請', person.number);
  expect(application).toMatchObject({
    ...{ 状態: '承認', 特例: '期限後', 特例の理由: '入院のため（理事会決定）', 受付日: '2027/04/15' },
    ...{ 決裁日: '2027/04/20', 決裁番号: '特例第1号' },
  });
  expect(await renewal.rowsOf('有効期間', person.number)).toMatchObject([
    { 期: '1', 満了日: '2027/03/31' },
    { 期: '2', 開始日: '2027/04/01', 満了日: '2032/03/31', 根拠: '特例' },
  ]);
  expect(await day.ledger(person.number)).toMatchObject({ 状態: '有効', 有効期間満了日: '2032/03/31' });
  expect(await renewal.rowsOf('証書', person.number)).toMatchObject([{ 状態: '作成待ち' }]);
  const changes = (await renewal.rowsOf('変更履歴', person.number)).filter((row) => row['項目'] === '状態');
  expect(changes.map((row) => `${row['変更前'] ?? ''}→${row['変更後'] ?? ''}`)).toEqual([
    '有効→失効',
    '失効→有効',
  ]);
  await to('2027-04-21T10:00:00+09:00');
  const mails = (await day.mails(person.mailToType)).filter(({ subject }) => subject.includes('更新を承認'));
  expect(mails).toHaveLength(1);
  const again = await faces.phone(person, 'ホーム');
  await again.says('令和14年3月31日（2032年）');
  await again.says('有効');
  await again.look('11-restored');
});
