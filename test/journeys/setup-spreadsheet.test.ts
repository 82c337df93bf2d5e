/** 初期設定 on a spreadsheet in which a person has renamed, deleted or typed something: put right, or named. */
import { allTabs } from '../../src/sheets/schema';
import { rowsOf } from '../support/first-day';
import { setupScene } from '../support/setup-scene';

const scene = setupScene();
const { before } = scene;

describe('what a person has done to the spreadsheet', () => {
  beforeEach(async () => {
    await before(40);
  });

  it('a renamed header is named', async () => {
    await scene.day.setUp();
    await scene.day.edit('ポイント', 'A1', '受付No');
    expect((await scene.day.setUp()).todo.join('\n')).toContain(
      'シート「ポイント」の1行目に、次の見出しがありません。見出しの名前を変えたときは、元の名前に戻してください（列の場所は変えてもかまいません）：受付番号',
    );
    await scene.day.edit('台帳', 'H1', 'TEL');
    const { view, facts } = await scene.day.menu('初期設定');
    expect(view).toBe('message');
    expect(facts.text).toContain(
      'シート「台帳」の1行目の見出しを、元の名前に戻してください。見つからない見出し：電話番号',
    );
    expect(facts.text).toContain('電話番号');
  });

  it('a deleted tab is made again where it stood', async () => {
    await scene.day.setUp();
    await scene.workspace.control.post('/api/tabs', {
      user: await scene.day.owner(),
      action: 'delete',
      name: '証書',
    });
    expect((await scene.day.setUp()).done.join()).toContain('シートを1枚');
    expect((await scene.workspace.control.get<string[]>('/api/sheets')).slice(0, 7)).toEqual(
      allTabs.slice(0, 7).map(({ title }) => title),
    );
  });

  it('tabs of the office that bear our titles are put aside', async () => {
    const user = await scene.day.owner();
    await scene.workspace.control.post('/api/tabs', { user, action: 'rename', name: '行事一覧', to: '行事' });
    await scene.workspace.control.post('/api/tabs', {
      user,
      action: 'rename',
      name: '受講者名簿',
      to: '旧台帳',
    });
    const events = await scene.day.table('行事');
    const report = await scene.day.setUp();
    expect(await scene.day.table('旧行事')).toEqual(events);
    expect(report.done.join()).toContain('もとの「行事」を「旧行事」');
    expect(await scene.workspace.control.get('/api/sheets')).toContain('旧台帳（以前からのもの）');
    expect(rowsOf(await scene.day.table('台帳'))).toHaveLength(40);
  });

  it('an old ledger of another name is taken over once it is called 旧台帳', async () => {
    const user = await scene.day.owner();
    await scene.workspace.control.post('/api/tabs', { user, action: 'rename', name: '台帳', to: '会員名簿' });
    expect((await scene.day.setUp()).todo.join()).toContain('「旧台帳」に変えて、もう一度');
    expect(rowsOf(await scene.day.table('台帳'))).toHaveLength(0);
    await scene.workspace.control.post('/api/tabs', {
      user,
      action: 'rename',
      name: '会員名簿',
      to: '旧台帳',
    });
    expect((await scene.day.setUp()).done.join()).toContain('40名');
  });

  it('rows without a number, with a number twice, with something beside the table are listed', async () => {
    const old = await scene.day.table('台帳');
    const [, first = []] = old.display;
    const user = await scene.day.owner();
    const type = (range: string, text: string) => scene.day.edit('台帳', range, text, user);
    await type('B42', '番号　なし');
    await type('A43', first[0] ?? '');
    await type('B43', first[1] ?? '');
    await type('P44', '13-ユ-999999');
    const { problems } = await scene.day.setUp();
    const of = (row: number) => problems.filter((one) => one.row === row).map(({ text }) => text);
    expect(of(42)).toEqual(['登録番号：番号がないため、この行は移していません。']);
    expect(of(2)[0]).toContain('同じ番号の行があります（2、43行目、同じ氏名）');
    expect(of(44)).toEqual(['台帳に移す列に何も書かれていないため、移していません。']);
    expect(rowsOf(await scene.day.table('台帳'))).toHaveLength(40);
  });
});
