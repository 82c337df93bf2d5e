/** 設定を点検する tells what is wrong and changes nothing; 受付を止める stops My Page, and says who did. */
import { damageTo, type Damage } from '../support/hidden-rows';
import { firstDay } from '../support/first-day';
import {
  enter,
  newKey,
  officeDay,
  refusalOf,
  valueOf,
  type Called,
  type OfficeDay,
  type Person,
} from '../support/office-day';
import { startTestWorkspace, testNow, type TestWorkspace } from '../support/workspace';

const OWN = 'みどり-そら-かわ-ねこ-2026';

interface Check {
  sections: { title: string; lines: { state: string; text: string }[] }[];
}

let workspace: TestWorkspace;
let day: OfficeDay;
let damage: Damage;
let owner: string;
let staff: string;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
  damage = damageTo(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', registrants: 40, now: testNow });
  const sample = await day.sample();
  owner = sample.owner;
  staff = sample.staff[0] ?? '';
});
afterAll(() => workspace.close());

/** Lines by their section; only those that ask for something, unless `all`. */
async function linesOf(user: string, all = false): Promise<string[]> {
  const { sections } = valueOf<Check>(await day.office(user, 'check'));
  return sections.flatMap(({ title, lines }) =>
    lines.filter(({ state }) => all || state === 'warn').map(({ text }) => `${title}：${text}`),
  );
}

const settingRow = (item: string) => damage.rowOf('設定', '項目', item);

it('on a good day nothing is to be done, and looking changes nothing', async () => {
  await damage.morning();
  const before = [await day.rows('操作記録'), await day.rows('設定'), await day.rows('_要約')];
  expect(await linesOf(owner)).toEqual([]);
  expect(await linesOf(staff)).toEqual([]);
  expect([await day.rows('操作記録'), await day.rows('設定'), await day.rows('_要約')]).toEqual(before);
  const all = await linesOf(owner, true);
  expect(all).toContainEqual(
    expect.stringMatching(/^自動の処理：毎朝の点検：最後に動いたのは11月23日 06:\d\dです。$/),
  );
  expect(all).toContainEqual(expect.stringMatching(/^自動の処理：きょう送れるメールの残り：\d+通/));
  expect(all).toContainEqual(
    expect.stringContaining('共有：リンクを知っている方が開けるかどうかは、ここでは調べられません。'),
  );
});

it('settings that are blank or cannot be used are named', async () => {
  await damage.type('設定', await settingRow('案内ページURL'), '値', '');
  await damage.type('設定', await settingRow('必要ポイント'), '値', 'たくさん');
  await damage.type('設定', await settingRow('動作モード'), '値', '試行');
  expect(await linesOf(staff)).toEqual([
    '設定：設定「必要ポイント」の「たくさん」は使えません。右の説明をご覧のうえ、直してください。',
    '設定：設定「案内ページURL」が空欄です。',
    '設定：設定「試行宛先」が空欄です。',
  ]);
});

it('an editor who is not in 担当者 any more is named, in the dialog and by the morning’s job', async () => {
  const line = await damage.rowOf('担当者', 'Googleアカウント', staff);
  await damage.type('担当者', line, '終了日', '2026/11/21');
  const told = `「担当者」にない方が、このスプレッドシートを編集できます（${staff}）。「共有」から外すか、「担当者」に加えてください。`;
  expect(await linesOf(owner)).toEqual([`共有：${told}`]);
  await damage.morning();
  expect(await damage.findings()).toEqual([told]);
  await damage.type('担当者', line, '終了日', '');
  await damage.morning();
  expect(await damage.findings()).toEqual([]);
});

it('a trigger that is gone is named to the owner; a secretary reads it after the next morning', async () => {
  const [removed] = (await workspace.control.get<{ uid: string; handler: string }[]>('/api/triggers')).filter(
    ({ handler }) => handler === 'onSheetEdited',
  );
  const uid = removed?.uid ?? '';
  expect(uid).not.toBe('');
  const properties = await workspace.control.get<Record<string, string>>('/api/properties');
  const triggers = JSON.parse(properties['triggers'] ?? '{}') as Record<string, string>;
  await workspace.control.post('/api/properties', {
    user: owner,
    set: { triggers: JSON.stringify({ ...triggers, onSheetEdited: 'gone' }) },
  });
  const told =
    '自動の処理の登録が足りません（台帳の変更の受取り）。管理者のアカウントで、メニューの「初期設定」をもう一度選んでください。';
  expect(await linesOf(owner)).toEqual([`自動の処理：${told}`]);
  expect(await linesOf(staff)).toEqual([]);
  await damage.morning();
  expect(await linesOf(staff)).toEqual([`お確かめいただくこと：${told}`]);
});

it('a form that shows its answers, or that strangers edit, is named to the owner', async () => {
  const first = firstDay(workspace.control);
  const { editUrl } = await workspace.control.post<{ editUrl: string }>('/api/forms', {
    owner,
    editors: ['stranger@example.com'],
    title: '公開されたフォーム',
    publishingSummary: true,
    items: ['登録番号', '氏名', '生年月日', 'メールアドレス'].map((title) => ({
      title,
      type: title === '生年月日' ? 'DATE' : 'TEXT',
      required: true,
    })),
  });
  await first.set('フォームURL', editUrl);
  await first.setUp();
  const lines = await linesOf(owner);
  expect(lines).toContainEqual(
    expect.stringContaining('フォーム：フォームの「結果の概要を表示する」がオンになっています。'),
  );
  expect(lines).toContainEqual(expect.stringContaining('フォームを編集できます（stranger@example.com）'));
  await damage.morning();
  expect(await damage.findings()).toContainEqual(expect.stringContaining('結果の概要を表示する') as string);
});

it('jobs that stand still are named', async () => {
  await workspace.control.post('/api/clock', { advance: 'PT45M', fire: 'never' });
  expect(await linesOf(staff)).toContainEqual(
    expect.stringContaining('自動の処理：5分ごとの見回り：最後に動いたのは'),
  );
});

it('a tab or a header that is gone stops the walk, not the morning', async () => {
  await damage.type('変更履歴', 1, '経路', '経路のこと');
  const run = await damage.morning();
  expect(run.outcome).toBe('ok');
  expect(await damage.findings()).toEqual([
    'シート「変更履歴」の1行目の見出しを、元の名前に戻してください。見つからない見出し：経路',
  ]);
});

describe('受付を止める', () => {
  const set = (user: string, text: string | null, key = newKey()): Promise<Called> =>
    workspace.control.post('/api/call', {
      page: 'sidebar',
      user,
      function: 'office',
      args: [{ method: 'setReception', args: { text }, key }],
    });
  const SENTENCE = 'ただいま点検のため、受付を止めています。';

  let person: Person;
  let token: string;
  beforeEach(async () => {
    person = await day.person('noMail');
    await day.answer(person);
    const [mail] = await day.mails(person.mailToType);
    ({ token } = await enter(day, person, mail, OWN));
  });

  it('staff stop My Page with a sentence, and open it again; 操作記録 says who', async () => {
    expect(valueOf(await day.office(staff, 'reception'))).toEqual({ stopped: null });
    expect(valueOf(await set(staff, SENTENCE))).toEqual({ stopped: SENTENCE });
    expect(refusalOf(await day.mypage('view', {}, { token })).code).toBe('STOPPED');
    expect(refusalOf(await day.mypage('login', { number: person.number, password: OWN })).code).toBe(
      'STOPPED',
    );
    expect(valueOf<{ stopped: string }>(await day.mypage('status', {})).stopped).toBe(SENTENCE);
    expect(await damage.findings()).toEqual(['マイページの受付を止めています。']);
    // The form goes on.
    const other = await day.person('variantKanji');
    await day.answer(other);
    expect(await day.passwordMails(other.mailToType)).toHaveLength(1);

    expect(valueOf(await set(staff, null))).toEqual({ stopped: null });
    valueOf(await day.mypage('view', {}, { token }));
    const records = (await day.rows('操作記録')).filter((row) => /^受付/.test(row['種別'] ?? ''));
    expect(records.map((row) => [row['操作者'], row['種別'], row['結果']])).toEqual([
      [staff, '受付の停止', SENTENCE],
      [staff, '受付の再開', ''],
    ]);
  });

  it('pressed twice, or again after an answer was lost, it counts once and never undoes a later decision', async () => {
    const key = newKey();
    await set(staff, SENTENCE, key);
    await set(staff, SENTENCE, key);
    await set(staff, SENTENCE);
    expect((await day.rows('操作記録')).filter((row) => row['種別'] === '受付の停止')).toHaveLength(1);
    await set(owner, null);
    await set(staff, SENTENCE, key);
    expect(valueOf(await day.office(staff, 'reception'))).toEqual({ stopped: null });
  });

  it('killed at any of its calls, and pressed again, it is done and told once', async () => {
    await set(staff, SENTENCE);
    const calls = ((await day.executions()).at(-1) as unknown as { sequence: string[] }).sequence.length;
    await set(staff, null);
    for (let k = 1; k <= calls; k += 1) {
      const before = (await day.rows('操作記録')).length;
      const key = newKey();
      await workspace.control.post('/api/faults', {
        kind: 'kill',
        at: { function: 'office', k, when: 'before' },
      });
      await set(staff, SENTENCE, key);
      await workspace.control.delete('/api/faults');
      expect([k, valueOf(await set(staff, SENTENCE, key))]).toEqual([k, { stopped: SENTENCE }]);
      expect([k, (await day.rows('操作記録')).length]).toEqual([k, before + 1]);
      await set(staff, null);
    }
  });

  it('a blank or endless sentence is refused, and who is not staff does nothing', async () => {
    for (const text of ['', '　 ', 'あ'.repeat(201)])
      expect(refusalOf(await set(staff, text)).code).toBe('INVALID');
    const called = await workspace.control.post<Called>('/api/call', {
      page: 'exec',
      function: 'office',
      args: [{ method: 'setReception', args: { text: SENTENCE }, key: newKey() }],
    });
    expect(refusalOf(called).code).toBe('NOT_STAFF');
    valueOf(await day.mypage('view', {}, { token }));
  });
});
