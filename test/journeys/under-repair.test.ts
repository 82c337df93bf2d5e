/** While somebody has broken 台帳 My Page goes on: it shows, others write, and who must wait is told so in a sentence. */
import { admit, OWN_PASSWORD } from '../support/admit';
import { ledgerHand, ledgerMorning, type LedgerHand } from '../support/ledger-hand';
import { newKey, officeDay, refusalOf, valueOf, type OfficeDay, type Person } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

let workspace: TestWorkspace;
let day: OfficeDay;
let hand: LedgerHand;
let person: Person;
let token: string;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  ({ hand, person } = await ledgerMorning(workspace.control, 40, 'noMail'));
  token = await inside(person);
});
afterAll(() => workspace.close());

async function inside(who: Person): Promise<string> {
  return (await admit(day, who)).token;
}

const change = (with_ = token, key = newKey(), changes: Record<string, string> = { 部署: '営業部' }) =>
  day.mypage('changeLedger', { changes }, { token: with_, key });

interface View {
  view: { ledger: { label: string; text: string }[] };
}

/** My Page shows and lets in. */
async function shows(): Promise<void> {
  valueOf<View>(await day.mypage('view', {}, { token }));
  valueOf(await day.mypage('login', { number: person.number, password: OWN_PASSWORD }));
}

/** Who waits is told so, and the same press is one change once all is well. */
async function waitsUntil(mend: () => Promise<unknown>): Promise<void> {
  const key = newKey();
  expect(refusalOf(await change(token, key)).code).toBe('LEDGER_UNDER_REPAIR');
  await mend();
  const { receipt } = valueOf<{ receipt: string }>(await change(token, key));
  expect(receipt).toMatch(/^D26-/);
  expect((await day.ledger(person.number))?.['部署']).toBe('営業部');
}

/** What must still be mended, once the triggers have run. */
const findings = async () =>
  (await hand.findings()).map(({ kind, tab, key }) => `${kind} ${tab} ${key}`.trim());

describe('a header', () => {
  it('typed over is told, My Page shows and waits, and 「見出しを元に戻す」 puts it right', async () => {
    await hand.head('住所', '現住所');
    const [finding] = await hand.findings();
    expect(finding).toMatchObject({
      kind: 'header',
      tab: '台帳',
      missing: ['住所'],
      twice: [],
      ways: ['headers'],
    });
    await shows();
    await waitsUntil(async () => {
      expect(await hand.mend(finding?.id ?? '', 'headers')).toMatchObject({ result: 'DONE' });
    });
    expect((await hand.display())[0]).toContain('住所');
    expect(await findings()).toEqual([]);
    expect((await day.rows('操作記録')).map((row) => row['結果'])).toContain(
      '見出しを戻しました：「現住所」を「住所」に',
    );
  });

  it('standing twice gets its own text back', async () => {
    await hand.head('建物・部屋', '住所');
    const [finding] = await hand.findings();
    expect(finding).toMatchObject({ missing: ['建物・部屋'], twice: ['住所'] });
    await hand.mend(finding?.id ?? '', 'headers');
    expect((await hand.display())[0]?.slice(5, 7)).toEqual(['住所', '建物・部屋']);
    expect(await findings()).toEqual([]);
  });

  it('renamed after columns have moved is put right where its content says so', async () => {
    await hand.head('住所', 'すまい');
    await hand.reshape({ action: 'moveColumn', at: 28, to: 2 });
    const [finding] = await hand.findings();
    expect(await hand.mend(finding?.id ?? '', 'headers')).toMatchObject({ result: 'DONE' });
    expect(await findings()).toEqual([]);
    await day.advance('PT6M');
    expect(await hand.lines(person.number)).not.toContainEqual(expect.stringContaining('住所'));
  });

  it.each([
    { action: 'moveColumn', at: 28, to: 2 },
    { action: 'insertColumn', at: 1 },
  ])('comes back above its own column though somebody does %j just before it is written', async (edit) => {
    const lines = await hand.lines(person.number);
    await hand.head('住所', 'すまい');
    const [finding] = await hand.findings();
    await workspace.control.post('/api/faults', {
      kind: 'edit',
      at: { function: 'office', call: 'Sheets.Spreadsheets.batchUpdate', when: 'before' },
      edit: { tab: '台帳', user: hand.user, ...edit },
    });
    expect(await hand.mend(finding?.id ?? '', 'headers')).toMatchObject({ result: 'DONE' });
    expect(await findings()).toEqual([]);
    const address = (await day.ledger(person.number))?.['住所'];
    await day.advance('PT6M');
    expect((await day.ledger(person.number))?.['住所']).toBe(address);
    expect(address).toMatch(/[市町村]/u);
    expect(await hand.lines(person.number)).toEqual(lines);
    expect((await day.rows('操作記録')).map((row) => row['結果'])).toContain(
      '見出しを書き込む間に列が動きました。上書きした見出しを元に戻しました。',
    );
  });

  it('of a column that was taken out for another is left to the office', async () => {
    await hand.reshape({ action: 'deleteColumn', at: await hand.column('住所') });
    await hand.reshape({ action: 'insertColumn', at: 6 });
    await hand.edit('F1', [['支部']]);
    const [finding] = await hand.findings();
    expect(finding).toMatchObject({ kind: 'header', missing: ['住所'] });
    for (const way of finding?.ways ?? [])
      expect(await hand.mend(finding?.id ?? '', way)).toMatchObject({ result: 'BY_HAND' });
    expect((await hand.display())[0]).not.toContain('住所');
  });

  it('put back by hand is no longer told, and what was typed meanwhile is taken over', async () => {
    await hand.head('住所', '現住所');
    await hand.type(person.number, '部署', '総務部');
    expect(await hand.lines(person.number)).not.toContainEqual(expect.stringContaining('→総務部'));
    await hand.head('現住所', '住所');
    expect(await findings()).toEqual([]);
    await day.advance('PT6M');
    expect(await hand.lines(person.number)).toContainEqual(
      expect.stringMatching(/^部署:.*→総務部（シート）$/),
    );
  });

  it('of 設定 or 文面 stops nobody: the rules as last read go on', async () => {
    await hand.edit('A1', [['こうもく']], '設定');
    await hand.edit('C1', [['ほんぶん']], '文面');
    expect(await findings()).toEqual(['header 設定', 'header 文面']);
    await shows();
    valueOf(await change());
    for (const { id } of await hand.findings())
      expect(await hand.mend(id, 'headers')).toMatchObject({ result: 'DONE' });
    expect(await findings()).toEqual([]);
  });

  it('of _要約 stops writes until it is put back', async () => {
    const owner = (await day.sample()).owner;
    const path = `/api/sheets/${encodeURIComponent('_要約')}/edit`;
    await workspace.control.post(path, { user: owner, range: 'C1', values: [['行']] });
    const [finding] = await hand.findings();
    expect(finding).toMatchObject({ kind: 'header', tab: '_要約', missing: ['台帳行'] });
    await waitsUntil(() => hand.mend(finding?.id ?? '', 'headers'));
  });

  it('broken keeps no job from going on, and mails follow once it is put back', async () => {
    await hand.head('住所', '現住所');
    await hand.type(person.number, '部署', '総務部');
    valueOf(await day.mypage('requestPassword', { number: person.number }));
    await day.advance('PT11M');
    const jobs = (await day.executions()).filter((one) => one.function.startsWith('runEvery'));
    expect(jobs.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    expect((await hand.office<{ findings: string[] }>('home')).findings).toEqual([]);
    await hand.head('現住所', '住所');
    await day.advance('PT6M');
    expect(await day.passwordMails(person.mailToType)).toHaveLength(2);
  });
});

describe('a tab', () => {
  it('renamed is told, My Page shows and waits, and its name comes back', async () => {
    await hand.tabs({ action: 'rename', name: '台帳', to: '台帳（旧）' });
    const [finding] = await hand.findings();
    expect(finding).toMatchObject({ kind: 'tab', tab: '台帳', content: '台帳（旧）', ways: ['tab'] });
    await shows();
    await waitsUntil(() => hand.mend(finding?.id ?? '', 'tab'));
    expect(await findings()).toEqual([]);
  });

  it.each(['理由文例', '設定', '担当者'])(
    '%s renamed and the rules forgotten: everybody waits, and who mends is let in',
    async (name) => {
      await hand.tabs({ action: 'rename', name, to: `${name}の控え` });
      await workspace.control.post('/api/faults', {
        kind: 'cacheGone',
        at: { function: 'office', k: 1, when: 'before' },
      });
      expect(refusalOf(await hand.call('home')).code).toBe('LEDGER_UNDER_REPAIR');
      expect(refusalOf(await change()).code).toBe('LEDGER_UNDER_REPAIR');
      await day.advance('PT6M');
      expect((await day.executions()).filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
      let mender = hand;
      if (name === '担当者') {
        // It says who else may mend: while it is gone that is the owner alone.
        expect(refusalOf(await hand.call('findings')).code).toBe('LEDGER_UNDER_REPAIR');
        mender = await ledgerHand(workspace.control, (await day.sample()).owner);
      }
      await workspace.control.post('/api/menu', { user: mender.user, item: '事務局画面を開く' });
      const ui = await workspace.control.get(`/api/ui?user=${encodeURIComponent(mender.user)}`);
      expect(ui).toMatchObject({ sidebar: { title: '事務局画面' }, dialogs: [] });
      await waitsUntil(async () => {
        const [finding] = await mender.findings();
        expect(finding).toMatchObject({ kind: 'tab', tab: name, ways: ['tab'] });
        expect(await mender.mend(finding?.id ?? '', 'tab')).toMatchObject({ result: 'DONE' });
      });
      expect(await findings()).toEqual([]);
    },
  );

  it('renamed and the rules forgotten: an answer of the form waits in it and is recorded once', async () => {
    await hand.tabs({ action: 'rename', name: '文面', to: '文面の控え' });
    await workspace.control.post('/api/faults', {
      kind: 'cacheGone',
      at: { function: 'onFormSubmitted', k: 1, when: 'before' },
    });
    const { responseId } = await day.answer(person);
    expect(await day.recorded(responseId)).toEqual([]);
    const [finding] = await hand.findings();
    await hand.mend(finding?.id ?? '', 'tab');
    await day.advance('PT12M');
    expect(await day.recorded(responseId)).toHaveLength(1);
    expect(await day.passwordMails(person.mailToType)).toHaveLength(1);
  });

  it('deleted is told with what to do', async () => {
    await hand.tabs({ action: 'delete', name: '変更履歴' });
    const [finding] = await hand.findings();
    expect(finding).toMatchObject({ kind: 'tab', tab: '変更履歴', content: '', ways: [] });
    await shows();
    expect(refusalOf(await change()).code).toBe('LEDGER_UNDER_REPAIR');
  });
});

describe('a person', () => {
  it('whose row is gone sees her page, waits to write, and the office is told', async () => {
    await workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'onSheetChanged', k: 1, when: 'before' },
    });
    await hand.reshape({ action: 'delete', at: await hand.rowOf(person.number), count: 1 });
    expect(await findings()).toEqual([]);
    await shows();
    await waitsUntil(async () => {
      const [finding] = await hand.findings();
      expect(finding).toMatchObject({ kind: 'gone', key: person.number });
      await hand.mend(finding?.id ?? '', 'restore');
    });
  });

  it('whose number stands twice waits, and nobody else does', async () => {
    const other = await day.person('sameMail');
    const otherToken = await inside(other);
    const third = await day.person('overseas');
    await hand.type(third.number, '登録番号', person.number);
    await shows();
    valueOf(await change(otherToken));
    await waitsUntil(async () => {
      const bearer = (await hand.findings()).find(({ kind }) => kind === 'renumbered')?.rows[0] ?? 0;
      await hand.edit(`A${String(bearer)}`, [[third.number]]);
    });
  });

  it('whose row holds somebody else’s content sees her own on My Page and writes nothing into it', async () => {
    const other = await day.person('otherMail');
    const row = await hand.rowOf(person.number);
    const [, ...cells] = (await hand.display())[(await hand.rowOf(other.number)) - 1] ?? [];
    await hand.edit(`B${String(row)}:D${String(row)}`, [cells.slice(0, 3)]);
    const { view } = valueOf<View>(await day.mypage('view', {}, { token }));
    expect(JSON.stringify(view)).not.toContain(other.name);
    await waitsUntil(async () => {
      const [finding] = await hand.findings();
      await hand.mend(finding?.id ?? '', 'restore');
    });
  });
});
