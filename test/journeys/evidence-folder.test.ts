/** The folder of 証明書類: the staff in office open it and nobody else, and what nothing refers to leaves it. */
import { evidenceScene, JPEG, PDF } from '../support/evidence-scene';
import { valueOf } from '../support/office-day';

const scene = evidenceScene();
const { all, kept, folder, send, readers, fault } = scene;
const opens = async (link: string, user: string): Promise<number> =>
  (await fetch(`${link}?user=${encodeURIComponent(user)}`)).status;

describe('the folder', () => {
  it('is opened by the staff by link, and by nobody else', async () => {
    valueOf(await send(JPEG));
    const [file] = await kept();
    expect(await readers()).toEqual([...scene.staff].sort());
    expect(await opens(file!.link, scene.staff[0]!)).toBe(200);
    expect(await opens(file!.link, scene.owner)).toBe(200);
    expect(await opens(file!.link, 'stranger@example.com')).toBe(403);
    expect((await all()).flatMap(({ permissions }) => permissions.map(({ type }) => type))).not.toContain(
      'anyone',
    );
    expect((await scene.day.mails()).filter(({ to }) => scene.staff.includes(to))).toEqual([]);
  });

  it('closes to somebody who left office, within five minutes of the day', async () => {
    const { display } = await scene.workspace.control.get<{ display: string[][] }>(
      `/api/sheets/${encodeURIComponent('担当者')}`,
    );
    const [headers = []] = display;
    const row = display.findIndex((line) => line.includes(scene.staff[0]!)) + 1;
    const column = String.fromCharCode(65 + headers.indexOf('終了日'));
    await scene.workspace.control.post(`/api/sheets/${encodeURIComponent('担当者')}/edit`, {
      user: scene.owner,
      range: `${column}${String(row)}`,
      values: [['2026/11/22']],
    });
    await scene.day.advance('PT30M');
    expect(await readers()).toContain(scene.staff[0]);
    await scene.day.advance('PT15H');
    // A trigger with nothing to do is not run again by the local Workspace until something else has run.
    await scene.day.mypage('status', {});
    await scene.day.advance('PT5M');
    expect(await readers()).toEqual(scene.staff.slice(1).sort());
    const jobs = (await scene.day.executions()).filter((each) => each.function === 'runEveryFiveMinutes');
    expect(jobs.filter(({ calls }) => calls['Drive.Permissions.list']).length).toBeLessThanOrEqual(2);
  });

  it('names in the findings who has no Google account, and shares with the others', async () => {
    const { display } = await scene.workspace.control.get<{ display: string[][] }>(
      `/api/sheets/${encodeURIComponent('担当者')}`,
    );
    const column = String.fromCharCode(65 + (display[0] ?? []).indexOf('Googleアカウント'));
    await scene.workspace.control.post(`/api/sheets/${encodeURIComponent('担当者')}/edit`, {
      user: scene.owner,
      range: `${column}${String(display.length + 1)}`,
      values: [['tsuzuri@example.com']],
    });
    await scene.day.advance('PT20M');
    expect(await readers()).toEqual([...scene.staff].sort());
    const home = JSON.stringify(await scene.day.office(scene.staff[0]!, 'home'));
    expect(home).toContain('tsuzuri@example.com に、証明書類のフォルダを共有できませんでした');
    expect(await scene.workspace.run('probeShare')).toHaveLength(1);
  });

  it('what a person opened by link is closed again when it is looked at', async () => {
    await scene.workspace.control.post(`/api/files/${(await folder()).id}`, {
      user: scene.owner,
      action: 'link',
    });
    expect(await readers()).toContain('anyone');
    expect(await scene.workspace.run('probeShare')).toEqual([]);
    expect(await readers()).toEqual([...scene.staff].sort());
  });

  it('Drive that does not answer stops neither 初期設定 nor the job', async () => {
    await scene.workspace.control.post('/api/reset', {
      scenario: 'sample',
      setUp: false,
      now: '2026-11-22T09:00:00+09:00',
    });
    await fault({
      kind: 'throw',
      at: { call: 'Drive.Files.generateIds', when: 'before' },
      error:
        'GoogleJsonResponseException: API call to drive.files.generateIds failed with error: The domain administrators have disabled Drive apps.',
    });
    await scene.workspace.control.post('/api/menu', { user: scene.owner, item: '初期設定' });
    const shown = JSON.stringify(
      await scene.workspace.control.get(`/api/ui?user=${encodeURIComponent(scene.owner)}`),
    );
    expect(shown).toContain('証明書類のフォルダを用意できませんでした');
    expect(await all()).toEqual([]);
  });
});

describe('files nothing refers to', () => {
  const refer = async (link: string): Promise<void> => {
    const { display } = await scene.workspace.control.get<{ display: string[][] }>(
      `/api/sheets/${encodeURIComponent('ポイント')}`,
    );
    const [headers = []] = display;
    const line = headers.map((header) =>
      header === '受付番号'
        ? `P26-${String(display.length)}`
        : header === '証明書類'
          ? `原本も受領\n${link}`
          : '',
    );
    const to = String.fromCharCode(64 + headers.length);
    await scene.workspace.control.post(`/api/sheets/${encodeURIComponent('ポイント')}/edit`, {
      user: scene.staff[0],
      range: `A${String(display.length + 1)}:${to}${String(display.length + 1)}`,
      values: [line],
    });
  };

  it('go to the trash after a day; those of a row stay, and each is looked at once', async () => {
    valueOf(await send(JPEG));
    valueOf(await send(PDF));
    const [first, second] = await kept();
    await refer(second!.link);
    await scene.day.advance('PT23H');
    expect(await scene.workspace.run('probeOrphans')).toBe(0);
    await scene.day.advance('PT2H');
    expect(await scene.workspace.run('probeOrphans')).toBe(1);
    expect((await kept()).map(({ id, trashed }) => [id, trashed])).toEqual([
      [first!.id, true],
      [second!.id, false],
    ]);
    await scene.day.advance('P1D');
    expect(await scene.workspace.run('probeOrphans')).toBe(0);
    const { contacts, calls } = (await scene.day.executions()).at(-1)!;
    expect(calls).toMatchObject({ 'Drive.Files.list': 1 });
    expect(contacts).toBe(2);
  });

  it('interrupted between two files the next run goes on, and a file of a row is never taken', async () => {
    for (let at = 0; at < 4; at += 1) valueOf(await send(JPEG));
    await refer((await kept())[2]!.link);
    await scene.day.advance('P2D');
    for (const k of [1, 2, 3]) {
      await fault({ kind: 'kill', at: { call: 'Drive.Files.update', k, when: 'before' } });
      await scene.workspace.run('probeOrphans').catch(() => undefined);
      await scene.day.advance('PT1M');
    }
    await scene.workspace.control.delete('/api/faults');
    await scene.workspace.run('probeOrphans');
    expect((await kept()).map(({ trashed }) => trashed)).toEqual([true, true, false, true]);
  });

  it('a file of a row that moves while it is looked for is never taken', async () => {
    valueOf(await send(JPEG));
    const [file] = await kept();
    await refer(file!.link);
    await scene.day.advance('P2D');
    const edit = { tab: 'ポイント', action: 'insert', at: 2, count: 1 };
    for (const k of [1, 2])
      await fault({
        kind: 'edit',
        at: { call: 'Sheets.Spreadsheets.Values.batchGet', k, when: 'before' },
        edit,
      });
    expect(await scene.workspace.run('probeOrphans')).toBe(0);
    expect((await kept()).map(({ trashed }) => trashed)).toEqual([false]);
  });
});
