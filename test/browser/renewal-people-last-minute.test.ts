/** She applies as the window closes, at 23:59 of the last day; the certificate reaches her in April. */
import { openFaces, type Faces } from '../support/renewal-faces';
import type { Person } from '../support/office-day';

const TRACKING = '1234-5678-9012';

let faces: Faces;
let person: Person;

beforeAll(async () => {
  faces = await openFaces('last-minute');
  person = await faces.enter('inWindowComplete');
});
afterAll(() => faces.close());

it('is confirmed, resolved, printed, posted and received, without a day between the periods', async () => {
  const { day, renewal, to } = faces;
  const application = async () => (await renewal.rowsOf('更新申請', person.number))[0];
  const notices = async () =>
    (await renewal.rowsOf('通知', person.number)).map((row) => `${row['種別'] ?? ''} ${row['状態'] ?? ''}`);

  await to('2027-03-31T23:59:00+09:00');
  const first = await faces.phone(person);
  await first.says('今日が申請の最後の日です。');
  await first.look('1-open');
  await first.press('更新を申請する');
  await first.frame.getByRole('radio', { name: '自宅' }).press('Space');
  await first.press('確認する');
  await first.look('2-confirm');
  await first.press('この内容で申請する');
  await first.says('更新の申請を受け付けました');
  await first.look('3-receipt');
  expect(await application()).toMatchObject({
    ...{ 状態: '申請中', 受付日: '2027/03/31', 有効期間満了日: '2027/03/31', 送付先: '自宅' },
  });
  const receipt = (await application())?.['受付番号'] ?? '';
  await first.says(receipt);
  await first.press('更新にもどる');
  expect(await first.steps()).toEqual([
    '✓ 申請の受付 令和9年3月31日（2027年）',
    '● 事務局の確認 お待ちください',
    '○ 協会の決裁 これからです',
    '○ 資格認定証書の発送 これからです',
    '○ 資格認定証書の受領 これからです',
  ]);

  await to('2027-04-01T10:00:00+09:00');
  const mails = await day.mails(person.mailToType);
  expect(mails.filter(({ subject }) => subject.includes(`受け付けました（${receipt}）`))).toHaveLength(1);
  const morning = await faces.desk();
  await morning.look('4-home');
  await morning.view('renewals');
  const waiting = morning.card(person);
  await waiting.getByText('受付日 令和9年3月31日（2027年）').waitFor();
  await morning.look('5-application');
  await waiting.getByRole('button', { name: '確認済にする' }).press('Enter');
  await morning.says('「確認済」にしました。');
  const paper = await faces.print();
  await paper.says('職業紹介士事務局（見本）　令和9年4月1日（2027年）　1件');
  const [line = ''] = await paper.frame.getByRole('row').filter({ hasText: receipt }).allInnerTexts();
  expect(line).toContain(person.name);
  await paper.look('6-resolution-list');

  const noon = await faces.desk();
  await noon.view('renewals');
  await noon.state('確認済');
  const confirmed = noon.card(person);
  await confirmed.getByRole('button', { name: '承認する' }).press('Enter');
  await confirmed.getByLabel('決裁日').fill('令和9年4月1日');
  await confirmed.getByLabel('決裁番号').fill('決裁第12号');
  await noon.look('6-resolution');
  await confirmed.getByRole('button', { name: '承認する' }).press('Enter');
  await noon.says(/「承認」にしました。証書の行を1件作りました。/);
  await noon.look('7-approved');
  expect(await application()).toMatchObject({
    ...{ 状態: '承認', 決裁日: '2027/04/01', 決裁番号: '決裁第12号', 受付日: '2027/03/31' },
    ...{ 新有効期間開始日: '2027/04/01', 新有効期間満了日: '2032/03/31' },
  });
  const periods = await renewal.rowsOf('有効期間', person.number);
  expect(periods).toMatchObject([
    { 期: '1', 満了日: '2027/03/31' },
    { 期: '2', 開始日: '2027/04/01', 満了日: '2032/03/31', 根拠: '更新', 受付番号: receipt },
  ]);
  expect(await day.ledger(person.number)).toMatchObject({
    ...{ 有効期間開始日: '2027/04/01', 有効期間満了日: '2032/03/31', 状態: '有効' },
  });
  const certificate = periods[1]?.['証書番号'] ?? '';
  expect(certificate).toMatch(/^S27-\d{6}$/);
  expect(await notices()).toEqual(expect.arrayContaining(['更新の受付 送信済', '更新の承認 送信待ち']));

  await to('2027-04-02T10:00:00+09:00');
  expect(await notices()).toContain('更新の承認 送信済');
  const told = (await day.mails(person.mailToType)).find(({ subject }) => subject.includes('更新を承認'));
  expect(told?.body).toContain('令和9年4月1日');
  const second = await faces.phone(person);
  await second.says('発送の準備をしています。');
  await second.look('8-approved');

  const printer = await faces.print();
  await printer.frame.getByLabel('資格認定証書', { exact: true }).press('Space');
  await printer.press('作成待ちを読む');
  await printer.says(`第 ${certificate} 号`);
  await printer.look('9-print');
  await printer.frame.getByLabel('宛名ラベル', { exact: true }).press('Space');
  await printer.press('作成待ちを読む');
  await printer.says(`1・${person.number}`);
  const [label = ''] = await printer.frame.locator('.label').allInnerTexts();
  expect(label.split(/\n+/).slice(-1)).toEqual([`${person.name} 様`]);
  await printer.look('9-label');

  const posting = await faces.desk();
  await posting.view('certificates');
  await posting.card(person).getByText(certificate).waitFor();
  await posting.look('9-certificate');
  await posting.press('表示中の1件を作成済にする');
  await posting.says('1件を「作成済」にしました。');
  await posting.state('作成済');
  await posting.press('発送日とお問い合わせ番号を入れる');
  await posting.frame.getByLabel(/お問い合わせ番号/).fill(TRACKING);
  await posting.look('10-posting');
  await posting.press('1件を発送済にする');
  await posting.says('1件を「発送済」にしました。');
  await posting.look('11-posted');
  expect(await renewal.rowsOf('証書', person.number)).toMatchObject([
    {
      ...{ 証書番号: certificate, 状態: '発送済', 発送日: '2027/04/02', 発送方法: '簡易書留' },
      ...{ お問い合わせ番号: TRACKING, 記載氏名: person.name },
    },
  ]);

  await to('2027-04-06T19:00:00+09:00');
  const posted = (await day.mails(person.mailToType)).find(({ subject }) => subject.includes('証書を発送'));
  expect(posted?.body).toContain(TRACKING);
  const last = await faces.phone(person);
  await last.says(/お問い合わせ番号\s+1234-5678-9012/);
  await last.look('12-on-its-way');
  await last.press('受け取りました');
  await last.frame.getByRole('heading', { name: '資格認定証書の受領' }).waitFor();
  await last.look('13-received-step');
  await last.press('受け取りました');
  await last.says('受領を記録しました。');
  await last.look('14-received');
  await last.says('令和9年4月6日（2027年）に受け取られました。');
  await last.says('第2期　更新　いまの期間');
  expect(await renewal.rowsOf('証書', person.number)).toMatchObject([{ 状態: '受領', 受領日: '2027/04/06' }]);
  const numbers = (await renewal.rowsOf('通知', person.number)).map((row) => row['通知番号']);
  expect(new Set(numbers).size).toBe(numbers.length);
});
