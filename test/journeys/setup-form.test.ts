/** 初期設定 connects the form by its edit URL, once, or says what keeps it from doing so. */
import { rowsOf } from '../support/first-day';
import { setupScene } from '../support/setup-scene';

const scene = setupScene();
const { before } = scene;

describe('the form', () => {
  const todoFor = async (url: string) => {
    await scene.day.set('フォームURL', url);
    return (await scene.day.setUp()).todo.join('\n');
  };
  const make = (more: Record<string, unknown>, titles = ['登録番号', '氏名', '生年月日', 'メールアドレス']) =>
    scene.workspace.control.post<{ editUrl: string; publishedUrl: string }>('/api/forms', {
      title: '試しのフォーム',
      items: titles.map((title) => ({ title, type: 'TEXT', required: true })),
      ...more,
    });

  beforeEach(async () => {
    await before(40);
    await scene.day.setUp();
  });

  it('is connected by its edit URL, and each trigger stands once however often it is run', async () => {
    const url = await scene.day.formUrl();
    await scene.day.set('フォームURL', url);
    const report = await scene.day.setUp();
    expect(report.done.join()).toContain('フォーム「連絡先記入フォーム」とつなぎました');
    const handlers = async () => (await scene.day.triggers()).map(({ handler }) => handler).sort();
    expect(await handlers()).toEqual([
      'onFormSubmitted',
      'onSheetChanged',
      'onSheetEdited',
      'runDaily',
      'runEveryFiveMinutes',
      'runEveryMinute',
    ]);
    const ids = (await scene.day.triggers()).map(({ uid }) => uid);
    await scene.day.setUp();
    expect((await scene.day.triggers()).map(({ uid }) => uid)).toEqual(ids);
    const questions = rowsOf(await scene.day.table('設定')).find((row) => row['項目'] === '質問の対応')?.[
      '値'
    ];
    expect(questions?.split('\n').slice(0, 3)).toEqual([
      '登録番号＝登録番号',
      '氏名＝氏名',
      '生年月日＝生年月日',
    ]);
  });

  it('that is given by the URL for those who answer is not connected, and the sentence says which URL is', async () => {
    const { url } = await scene.workspace.control.get<{ url: string }>('/api/form');
    expect(await todoFor(url)).toContain('編集画面のURLではありません');
    expect(await todoFor('https://forms.gle/abcdefg')).toContain('編集画面のURLではありません');
    expect((await scene.day.triggers()).map(({ handler }) => handler)).not.toContain('onFormSubmitted');
  });

  it('that this account may not open gets its sentence', async () => {
    const { editUrl } = await make({ owner: 'somebody@example.com' });
    expect(await todoFor(editUrl)).toContain('このアカウントをフォームの編集者に加えてから');
  });

  it('without 生年月日 gets its sentence', async () => {
    const { editUrl } = await make({ owner: await scene.day.owner() }, [
      '登録番号',
      '氏名',
      'メールアドレス',
    ]);
    expect(await todoFor(editUrl)).toContain('フォームに「生年月日」の質問がないため');
  });

  it('without a question it cannot do without gets its sentence', async () => {
    const { editUrl } = await make({ owner: await scene.day.owner() }, [
      '氏名',
      '生年月日',
      'メールアドレス',
    ]);
    expect(await todoFor(editUrl)).toContain('次の質問が見つかりません');
  });

  it('that shows the answers of others gets its sentence', async () => {
    const { editUrl } = await make({ owner: await scene.day.owner(), publishingSummary: true });
    expect(await todoFor(editUrl)).toContain('結果の概要');
  });

  it('replaced by another one has its trigger replaced', async () => {
    await scene.day.set('フォームURL', await scene.day.formUrl());
    await scene.day.setUp();
    const old = (await scene.day.triggers()).find(({ handler }) => handler === 'onFormSubmitted')?.uid;
    const { editUrl } = await make({ owner: await scene.day.owner() });
    await scene.day.set('フォームURL', editUrl);
    await scene.day.setUp();
    const now = (await scene.day.triggers()).filter(({ handler }) => handler === 'onFormSubmitted');
    expect(now).toHaveLength(1);
    expect(now[0]?.uid).not.toBe(old);
  });
});
