/** What the owner corrects in 「旧台帳の列の対応」 reaches 台帳 at the next 初期設定, and what cannot be is said. */
import { rowsOf, type Report } from '../support/first-day';
import { setupScene } from '../support/setup-scene';

const scene = setupScene();
const { before } = scene;

describe('a correction of 「旧台帳の列の対応」', () => {
  let first: Report;
  const cell = async (number: string, header: string) => (await scene.office.ledger(number))?.[header];
  const mapping = async () =>
    rowsOf(await scene.day.table('設定')).find((row) => row['項目'] === '旧台帳の列の対応')?.['値'] ?? '';

  beforeEach(async () => {
    await before(40);
    first = await scene.day.setUp();
  });

  it('fills in the column at the next run, for everybody, once', async () => {
    const old = rowsOf(await scene.day.table('旧台帳'));
    const licensed = old.filter((row) => row['許可番号'] !== '' && row['備考'] === '');
    const [one] = licensed;
    const number = one?.['番号'] ?? '';
    expect(licensed.length).toBeGreaterThan(3);
    await scene.day.set(
      '旧台帳の列の対応',
      (await mapping()).replace('許可番号＝（使わない）', '許可番号＝備考'),
    );
    const report = await scene.day.setUp();
    expect(report.done.join()).toContain('列の対応が直された');
    expect(await cell(number, '備考')).toBe(one?.['許可番号']);
    const history = (await scene.office.rows('変更履歴')).filter((row) => row['登録番号'] === number);
    expect(history).toEqual([
      expect.objectContaining({ 項目: '備考', 変更前: '', 変更後: one?.['許可番号'], 経路: '取込' }),
    ]);
    const state = await scene.day.state();
    expect((await scene.day.setUp()).done).toEqual([
      expect.stringContaining('新しく変えたところはありません'),
    ]);
    expect(await scene.day.state()).toEqual(state);
  });

  it('leaves alone what somebody has changed in 台帳 since', async () => {
    const [one] = rowsOf(await scene.day.table('旧台帳')).filter(
      (row) => row['TEL'] !== '' && row['携帯'] !== '',
    );
    const number = one?.['番号'] ?? '';
    const row = (await scene.day.table('台帳')).values.findIndex(([value]) => value === number) + 1;
    await scene.day.edit('台帳', `H${String(row)}`, '03-9999-9999');
    await scene.day.set(
      '旧台帳の列の対応',
      (await mapping())
        .replace('TEL＝電話番号', 'TEL＝（使わない）')
        .replace('携帯＝携帯電話番号', '携帯＝電話番号'),
    );
    await scene.day.setUp();
    expect(await cell(number, '電話番号')).toBe('03-9999-9999');
    expect(await cell(number, '携帯電話番号')).toBe('');
  });

  it('moves a wrong 満了日 out of 有効期間 too', async () => {
    await scene.day.set(
      '旧台帳の列の対応',
      (await mapping()).replace('有効期限＝有効期間満了日', '有効期限＝（使わない）'),
    );
    await scene.day.setUp();
    expect(rowsOf(await scene.day.table('有効期間')).every((row) => row['満了日'] === '')).toBe(true);
    await scene.day.set(
      '旧台帳の列の対応',
      (await mapping()).replace('有効期限＝（使わない）', '有効期限＝有効期間満了日'),
    );
    await scene.day.setUp();
    const periods = rowsOf(await scene.day.table('有効期間'));
    const ends = new Map(
      rowsOf(await scene.day.table('台帳')).map((row) => [row['登録番号'], row['有効期間満了日']]),
    );
    expect(periods.map((row) => row['満了日'])).toEqual(periods.map((row) => ends.get(row['登録番号'])));
    expect(periods.filter((row) => row['満了日'] !== '').length).toBeGreaterThan(30);
  });

  it('that names an unknown column, or a column twice, is answered with a sentence', async () => {
    expect(first.todo.join()).not.toContain('使えません');
    await scene.day.set(
      '旧台帳の列の対応',
      `${(await mapping()).replace('許可番号＝（使わない）', '許可番号＝免許番号').replace('携帯＝携帯電話番号', '携帯＝電話番号')}\nファックス＝電話番号`,
    );
    const todo = (await scene.day.setUp()).todo.join('\n');
    expect(todo).toContain('台帳に「免許番号」という列がない');
    expect(todo).toContain('「ファックス」という列は、旧台帳にありません');
    expect(todo).toContain('「TEL」と「携帯」が、どちらも台帳の「電話番号」に入る');
  });
});
