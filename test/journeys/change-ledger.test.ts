/** J2: a registrant corrects 台帳 on My Page: what is taken is reflected and told at once, what is not is refused item by item. */
import type { MypageView } from '../../src/contract/mypage';
import { isReceiptNumber } from '../../src/domain/serial-number';
import { letters } from '../support/ledger-hand';
import { ledgerChangeScene } from '../support/ledger-change-scene';
import { newKey, refusalOf, valueOf } from '../support/office-day';

const scene = ledgerChangeScene();
const { call, change, lines, people, receipts } = scene;

/** Adds a row to 台帳項目, or changes one, as a secretary does. */
async function writeItem(item: string, cells: Record<string, string>): Promise<void> {
  const display = await scene.hand.display('台帳項目');
  const [headers = []] = display;
  const known = display.findIndex((line) => line[0] === item);
  const row = known < 0 ? display.length : known;
  const old = Object.fromEntries(headers.map((header, at) => [header, display[row]?.[at] ?? '']));
  const values = headers.map((header) => ({ ...old, 項目: item, ...cells })[header] ?? '');
  await scene.hand.edit(`A${String(row + 1)}`, [values], '台帳項目');
}

it('is reflected at once, with 受付番号, 変更履歴, 控え and a receipt that names items but no values', async () => {
  const before = await people();
  const answer = await change({
    郵便番号: '１１３ー００２１',
    住所: '東京都文京区本駒込９丁目８番７号',
    電話番号: '０３（９９９９）００１２',
  });
  expect(isReceiptNumber(answer.receipt ?? '')).toBe(true);
  expect(answer.receipt).toMatch(/^D26-000001-\d$/);
  expect(answer).toMatchObject({
    items: ['郵便番号', '住所', '電話番号'],
    at: '2026-11-22T09:00:00+09:00',
    mailed: true,
  });
  const set = {
    郵便番号: '113-0021',
    住所: '東京都文京区本駒込９丁目８番７号',
    電話番号: '03-9999-0012',
  };
  const after = await people();
  for (const [number, row] of before)
    expect(after.get(number)).toEqual(
      number === scene.person.number ? { ...row, ...set, 更新日時: '2026/11/22 09:00:00' } : row,
    );
  expect(answer.view.ledger).toEqual(
    expect.arrayContaining(
      Object.entries(set).map(
        ([item, value]) => expect.objectContaining({ item, value, text: value }) as unknown,
      ),
    ),
  );
  const told = await lines();
  expect(told.map((row) => [row['項目'], row['変更前'], row['変更後']])).toEqual(
    Object.entries(set).map(([item, value]) => [item, before.get(scene.person.number)?.[item], value]),
  );
  for (const row of told) expect(row).toMatchObject({ 変更者: '本人', 受付番号: answer.receipt });

  await scene.day.advance('PT2M');
  const mails = (await scene.day.mails(scene.person.mailToType)).filter(({ subject }) =>
    subject.includes('変更'),
  );
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toContain(answer.receipt);
  expect(mails[0]?.body).toContain('・郵便番号\n・住所\n・電話番号');
  expect(mails[0]?.body).not.toMatch(/本駒込|9999|113-0021/);
  const again = valueOf<{ view: MypageView }>(await scene.day.mypage('view', {}, { token: answer.token }));
  expect(again.view.notices[0]?.subject).toContain(answer.receipt);
});

it.each(['=1+1', '＝cmd', '00123', '1-2', '+81', '髙﨑濵德𠮷', "'quoted", '2026/4/1', '<b>太字</b>'])(
  '%s is stored as it was typed',
  async (text) => {
    await change({ 部署: text });
    expect((await scene.day.ledger(scene.person.number))?.['部署']).toBe(text);
    const { values, formulas } = await scene.workspace.control.get<{
      values: unknown[][];
      formulas?: string[][];
    }>(`/api/sheets/${encodeURIComponent('台帳')}`);
    expect(values.flat()).toContain(text);
    expect((formulas ?? []).flat().filter((formula) => formula !== '')).toEqual([]);
    expect((await lines())[0]?.['変更後']).toBe(text);
  },
);

it('another way to write what is there is no change', async () => {
  await change({ 電話番号: '03-9999-0012' });
  const answer = await change({ 電話番号: '０３－９９９９－００１２', 建物・部屋: '　' });
  expect(answer).toMatchObject({ receipt: null, items: [], mailed: false });
  expect(await lines()).toHaveLength(1);
});

it('what is wrong is refused item by item, and nothing is written', async () => {
  const before = await people();
  expect(
    refusalOf(await call({ 郵便番号: '12', 電話番号: 'なし', 住所: '', 送付先: '隣の家', 部署: 'a\u202eb' })),
  ).toMatchObject({
    code: 'INVALID',
    fields: {
      郵便番号: 'NOT_A_POSTAL_CODE',
      電話番号: 'NOT_A_PHONE',
      住所: 'REQUIRED',
      送付先: 'NOT_A_CHOICE',
      部署: 'CONTROL_CHARACTERS',
    },
  });
  expect(await people()).toEqual(before);
});

it('only 台帳項目 decides what may be changed; the rest is refused', async () => {
  const before = await people();
  for (const item of ['登録番号', '氏名', '生年月日', 'メールアドレス', '有効期間満了日'])
    expect(refusalOf(await call({ [item]: '1' }))).toMatchObject({ fields: { [item]: 'NOT_CHANGEABLE' } });
  for (const item of ['状態', 'マイページ', '備考', '外字メモ', 'メールの状態', 'xyz'])
    expect(refusalOf(await call({ [item]: '有効', 部署: '総務部' }))).toEqual({
      ok: false,
      code: 'INVALID',
      fields: {},
    });
  expect(await people()).toEqual(before);
  await writeItem('部署', { 本人の変更: '不可' });
  expect(refusalOf(await call({ 部署: '総務部' }))).toMatchObject({ fields: { 部署: 'NOT_CHANGEABLE' } });
});

it('a column of the office’s own is changed like any other once 台帳項目 lists it', async () => {
  const [headers = []] = await scene.hand.display();
  await scene.hand.reshape({ action: 'insertColumn', at: headers.length + 1 });
  await scene.hand.edit(`${letters(headers.length)}1`, [['許可番号']]);
  await writeItem('許可番号', { 表示: 'する', 本人の変更: 'すぐ反映', 形式: '文字', 必須: '任意' });
  const answer = await change({ 許可番号: '0013-ユ-00456' });
  expect(answer.items).toEqual(['許可番号']);
  expect(await scene.day.ledger(scene.person.number)).toMatchObject({ 許可番号: '0013-ユ-00456' });
  expect((await lines())[0]).toMatchObject({ 項目: '許可番号', 変更前: '', 変更後: '0013-ユ-00456' });
  await scene.reshapeMeanwhile({ action: 'sort', column: 3, ascending: false });
  await change({ 許可番号: '=1+1' });
  const own = (await scene.day.rows('台帳')).filter((row) => row['許可番号'] !== '');
  expect(own).toEqual([expect.objectContaining({ 登録番号: scene.person.number, 許可番号: '=1+1' })]);
  await writeItem('ない列', { 表示: 'する', 本人の変更: 'すぐ反映', 形式: '文字' });
  expect(refusalOf(await call({ ない列: 'x' }))).toMatchObject({ fields: { ない列: 'NOT_CHANGEABLE' } });
});

it('an address abroad needs no postal code; back in Japan it does', async () => {
  await change({ 住所: '100 Example Street, Sampletown, EXAMPLELAND', 郵便番号: '' });
  expect((await scene.day.ledger(scene.person.number))?.['郵便番号']).toBe('');
  expect(refusalOf(await call({ 住所: '東京都港区三田1-2-3' }))).toMatchObject({
    fields: { 郵便番号: 'REQUIRED' },
  });
  await change({ 住所: '東京都港区三田1-2-3', 郵便番号: '〒1080073' });
  expect((await scene.day.ledger(scene.person.number))?.['郵便番号']).toBe('108-0073');
});

it('without an address on file the change is made and nobody is mailed', async () => {
  await scene.hand.type(scene.person.number, 'メールアドレス', '');
  expect(await change({ 部署: '総務部' })).toMatchObject({ mailed: false });
  expect(await receipts()).toEqual([]);
});

it('ends with the session, while 受付 is stopped, and for somebody who was struck off a moment ago', async () => {
  expect(refusalOf(await call({ 部署: '総務部' }, newKey(), 'forged.token')).code).toBe('SESSION_ENDED');
  expect(
    refusalOf(await scene.day.mypage('changeLedger', { changes: { 部署: 'x' } }, { token: scene.token }))
      .code,
  ).toBe('INVALID');
  valueOf(await scene.day.mypage('logout', {}, { token: scene.token }));
  expect(refusalOf(await call({ 部署: '総務部' })).code).toBe('SESSION_ENDED');
  expect(await lines()).toEqual([]);
});
