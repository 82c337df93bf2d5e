/** 証明書類 reach the owner's folder once, are opened by the staff in office and nobody else, and go when nothing refers to them. */
import { admit } from '../support/admit';
import { startEvidence, type EvidenceWorkspace } from '../support/evidence-probe';
import { newKey, officeDay, refusalOf, valueOf, type Called } from '../support/office-day';
import type { OfficeDay, Person } from '../support/office-day';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64');
const PDF = Buffer.from('%PDF-1.7 見本').toString('base64');

interface File {
  id: string;
  name: string;
  mimeType: string;
  size: number;
  owner: string;
  parent: string | null;
  trashed: boolean;
  permissions: { type: string; role: string; emailAddress: string }[];
  appProperties: Record<string, string>;
  link: string;
}

let workspace: EvidenceWorkspace;
let day: OfficeDay;
let person: Person;
let token: string;
let owner: string;
let staff: string[];

beforeAll(async () => {
  workspace = await startEvidence();
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', now: '2026-11-22T09:00:00+09:00' });
  person = await day.person('noMail');
  ({ owner, staff } = await day.sample());
  ({ token } = await admit(day, person));
});
afterAll(() => workspace.close());

const all = (): Promise<File[]> => workspace.control.get<File[]>('/api/files');
const kept = async (): Promise<File[]> => (await all()).filter(({ parent }) => parent !== null);
const folder = async (): Promise<File> => {
  const [found] = (await all()).filter(({ parent, trashed }) => parent === null && !trashed);
  if (!found) throw new Error('There is no folder.');
  return found;
};
const send = (data: string, key = newKey()): Promise<Called> =>
  day.mypage('sendEvidence', { data }, { token, key });
const readers = async (): Promise<string[]> =>
  (await folder()).permissions
    .filter(({ role }) => role === 'reader')
    .map(({ type, emailAddress }) => (type === 'user' ? emailAddress : type))
    .sort();
const opens = async (link: string, user: string): Promise<number> =>
  (await fetch(`${link}?user=${encodeURIComponent(user)}`)).status;
const fault = (body: Record<string, unknown>) => workspace.control.post('/api/faults', body);
const number = () => person.number;

describe('sending', () => {
  it('keeps the bytes in the owner’s folder, under a name and with properties that tell nothing of the person', async () => {
    const { token: next } = valueOf<{ token: string }>(await send(JPEG));
    expect(next).not.toBe('');
    valueOf(await send(PDF));
    const files = await kept();
    expect(files).toMatchObject([
      { mimeType: 'image/jpeg', size: 7, owner, trashed: false },
      { mimeType: 'application/pdf', size: 15, owner },
    ]);
    expect(files.map(({ name }) => name.replace(/-\w{8}\./, '-….'))).toEqual([
      '証明書類-20261122-….jpg',
      '証明書類-20261122-….pdf',
    ]);
    for (const file of files) {
      expect(file.parent).toBe((await folder()).id);
      for (const told of [person.number, person.name, person.mailToType])
        expect(JSON.stringify(file)).not.toContain(told);
    }
  });

  it('answers with no content, id or link', async () => {
    const answer = JSON.stringify(await send(JPEG));
    const [file] = await kept();
    expect(answer).not.toContain(file?.id);
    expect(answer).not.toMatch(/https?:/);
    expect(answer).not.toContain(JPEG);
  });

  it('sent twice under one key it is kept once, and the application finds it by that key', async () => {
    const keys = [newKey(), newKey()];
    for (const key of [keys[0], keys[0], keys[1], keys[0]]) valueOf(await send(JPEG, key));
    const files = await kept();
    expect(files).toHaveLength(2);
    const refs = files.map(({ id, link }) => ({ id, link }));
    expect(await workspace.run('probeEvidence', number(), keys)).toEqual(refs);
    expect(await workspace.run('probeEvidence', number(), [...keys].reverse())).toEqual([...refs].reverse());
  });

  it('several files of one call are kept in their order', async () => {
    const sent = [JPEG, PDF, JPEG].map((data, at) => ({ key: `${'k'.repeat(20)}-${String(at)}`, data }));
    const refs = await workspace.run('probeStore', number(), sent);
    expect(await workspace.run('probeStore', number(), sent)).toEqual(refs);
    expect((await kept()).map(({ mimeType }) => mimeType)).toEqual([
      'image/jpeg',
      'application/pdf',
      'image/jpeg',
    ]);
  });

  it.each([
    ['NOT_ACCEPTED', Buffer.from('<html><script>alert(1)</script>').toString('base64')],
    ['DAMAGED', 'data:image/jpeg;base64,/9j/AAAA'],
    [
      'TOO_LARGE',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(1024 * 1024)]).toString('base64'),
    ],
  ])('%s is refused and nothing is kept', async (code, data) => {
    expect(refusalOf(await send(data))).toEqual({ ok: false, code: 'INVALID', fields: { evidence: code } });
    expect(await kept()).toEqual([]);
  });

  it('a PDF of 3 MB goes through, a longer text does not reach the decision', async () => {
    const data = Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(3 * 1024 * 1024 - 5)]).toString('base64');
    valueOf(await send(data));
    expect((await kept())[0]?.size).toBe(3 * 1024 * 1024);
    expect(refusalOf(await send(`${data}AAAA`)).code).toBe('INVALID');
  });

  it('more files in a day than anybody needs are refused', async () => {
    const sent = Array.from({ length: 30 }, () => ({ key: newKey(), data: JPEG }));
    await workspace.run('probeStore', number(), sent);
    expect(refusalOf(await send(JPEG)).fields).toEqual({ evidence: 'TOO_MANY' });
    await day.advance('P1D');
    expect(await kept()).toHaveLength(30);
  });

  it('nobody gets in without a token of the person', async () => {
    expect(refusalOf(await day.mypage('sendEvidence', { data: JPEG }, { key: newKey() })).code).toBe(
      'SESSION_ENDED',
    );
    expect(refusalOf(await day.mypage('sendEvidence', { data: JPEG }, { token })).code).toBe('INVALID');
    expect(await kept()).toEqual([]);
  });

  it('the key of somebody else leads to nothing, in the cache or in Drive', async () => {
    const key = newKey();
    valueOf(await send(JPEG, key));
    await day.advance('PT1M');
    const other = await day.person('sameMail');
    await expect(workspace.run('probeEvidence', other.number, [key])).rejects.toThrow('evidence=MISSING');
    await workspace.run('probeCacheGone', `evidence:${number()}`);
    await expect(workspace.run('probeEvidence', other.number, [key])).rejects.toThrow('evidence=MISSING');
    expect(await workspace.run('probeEvidence', number(), [key])).toHaveLength(1);
  });
});

describe('when something breaks', () => {
  it.each(['before', 'after'])('killed %s any service call, sending again gives one file', async (when) => {
    const call = { kind: 'kill', at: { function: 'mypage', k: 1, when } };
    valueOf(await send(JPEG));
    const { calls } = (await day.executions()).filter((each) => each.function === 'mypage').at(-1)!;
    const count = Object.values(calls).reduce((sum, one) => sum + one, 0);
    expect(count).toBeGreaterThan(8);
    for (let k = 1; k <= count; k += 1) {
      const before = (await kept()).length;
      const key = newKey();
      await fault({ ...call, at: { ...call.at, k } });
      await send(JPEG, key);
      valueOf(await send(JPEG, key));
      expect([k, (await kept()).length]).toEqual([k, before + 1]);
      expect(await workspace.run('probeEvidence', number(), [key])).toHaveLength(1);
    }
  });

  it.each(['Drive.Files.create', 'Drive.Files.generateIds', 'Cache.put'])(
    'trouble at %s, before or after it took effect, is repeated into one file',
    async (name) => {
      for (const when of ['before', 'after']) {
        const before = (await kept()).length;
        const key = newKey();
        await fault({
          kind: 'throw',
          at: { function: 'mypage', call: name, when },
          error: 'Exception: Empty response',
        });
        const first = await send(JPEG, key);
        if (!(first.ok && first.value.ok)) valueOf(await send(JPEG, key));
        expect([when, (await kept()).length]).toEqual([when, before + 1]);
      }
    },
  );

  it('with the cache gone the application still finds the file, half a minute later', async () => {
    const key = newKey();
    valueOf(await send(JPEG, key));
    await workspace.run('probeCacheGone', `evidence:${number()}`);
    await expect(workspace.run('probeEvidence', number(), [key])).rejects.toThrow('evidence=MISSING');
    await day.advance('PT30S');
    expect(await workspace.run('probeEvidence', number(), [key])).toHaveLength(1);
  });

  it('while the folder is in the trash the person is told to try again, and 初期設定 makes another', async () => {
    const lost = await folder();
    await workspace.control.post(`/api/files/${lost.id}`, { user: owner, action: 'trash' });
    await workspace.control.post('/api/menu', { user: owner, item: '初期設定' });
    expect((await folder()).id).not.toBe(lost.id);
    expect(await readers()).toEqual([...staff].sort());
    valueOf(await send(JPEG));
    expect((await kept())[0]?.parent).toBe((await folder()).id);
  });
});

describe('the folder', () => {
  it('is opened by the staff by link, and by nobody else', async () => {
    valueOf(await send(JPEG));
    const [file] = await kept();
    expect(await readers()).toEqual([...staff].sort());
    expect(await opens(file!.link, staff[0]!)).toBe(200);
    expect(await opens(file!.link, owner)).toBe(200);
    expect(await opens(file!.link, 'stranger@example.com')).toBe(403);
    expect((await all()).flatMap(({ permissions }) => permissions.map(({ type }) => type))).not.toContain(
      'anyone',
    );
    expect((await day.mails()).filter(({ to }) => staff.includes(to))).toEqual([]);
  });

  it('closes to somebody who left office, within five minutes of the day', async () => {
    const { display } = await workspace.control.get<{ display: string[][] }>(
      `/api/sheets/${encodeURIComponent('担当者')}`,
    );
    const [headers = []] = display;
    const row = display.findIndex((line) => line.includes(staff[0]!)) + 1;
    const column = String.fromCharCode(65 + headers.indexOf('終了日'));
    await workspace.control.post(`/api/sheets/${encodeURIComponent('担当者')}/edit`, {
      user: owner,
      range: `${column}${String(row)}`,
      values: [['2026/11/22']],
    });
    await day.advance('PT30M');
    expect(await readers()).toContain(staff[0]);
    await day.advance('PT15H');
    // A trigger with nothing to do is not run again by the local Workspace until something else has run.
    await day.mypage('status', {});
    await day.advance('PT5M');
    expect(await readers()).toEqual(staff.slice(1).sort());
    const jobs = (await day.executions()).filter((each) => each.function === 'runEveryFiveMinutes');
    expect(jobs.filter(({ calls }) => calls['Drive.Permissions.list']).length).toBeLessThanOrEqual(2);
  });

  it('names in the findings who has no Google account, and shares with the others', async () => {
    const { display } = await workspace.control.get<{ display: string[][] }>(
      `/api/sheets/${encodeURIComponent('担当者')}`,
    );
    const column = String.fromCharCode(65 + (display[0] ?? []).indexOf('Googleアカウント'));
    await workspace.control.post(`/api/sheets/${encodeURIComponent('担当者')}/edit`, {
      user: owner,
      range: `${column}${String(display.length + 1)}`,
      values: [['tsuzuri@example.com']],
    });
    await day.advance('PT20M');
    expect(await readers()).toEqual([...staff].sort());
    const home = JSON.stringify(await day.office(staff[0]!, 'home'));
    expect(home).toContain('tsuzuri@example.com に、証明書類のフォルダを共有できませんでした');
    expect(await workspace.run('probeShare')).toHaveLength(1);
  });

  it('what a person opened by link is closed again when it is looked at', async () => {
    await workspace.control.post(`/api/files/${(await folder()).id}`, { user: owner, action: 'link' });
    expect(await readers()).toContain('anyone');
    expect(await workspace.run('probeShare')).toEqual([]);
    expect(await readers()).toEqual([...staff].sort());
  });

  it('Drive that does not answer stops neither 初期設定 nor the job', async () => {
    await workspace.control.post('/api/reset', {
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
    await workspace.control.post('/api/menu', { user: owner, item: '初期設定' });
    const shown = JSON.stringify(await workspace.control.get(`/api/ui?user=${encodeURIComponent(owner)}`));
    expect(shown).toContain('証明書類のフォルダを用意できませんでした');
    expect(await all()).toEqual([]);
  });
});

describe('files nothing refers to', () => {
  const refer = async (link: string): Promise<void> => {
    const { display } = await workspace.control.get<{ display: string[][] }>(
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
    await workspace.control.post(`/api/sheets/${encodeURIComponent('ポイント')}/edit`, {
      user: staff[0],
      range: `A${String(display.length + 1)}:${to}${String(display.length + 1)}`,
      values: [line],
    });
  };

  it('go to the trash after a day; those of a row stay, and each is looked at once', async () => {
    valueOf(await send(JPEG));
    valueOf(await send(PDF));
    const [first, second] = await kept();
    await refer(second!.link);
    await day.advance('PT23H');
    expect(await workspace.run('probeOrphans')).toBe(0);
    await day.advance('PT2H');
    expect(await workspace.run('probeOrphans')).toBe(1);
    expect((await kept()).map(({ id, trashed }) => [id, trashed])).toEqual([
      [first!.id, true],
      [second!.id, false],
    ]);
    await day.advance('P1D');
    expect(await workspace.run('probeOrphans')).toBe(0);
    const { contacts, calls } = (await day.executions()).at(-1)!;
    expect(calls).toMatchObject({ 'Drive.Files.list': 1 });
    expect(contacts).toBe(2);
  });

  it('interrupted between two files the next run goes on, and a file of a row is never taken', async () => {
    for (let at = 0; at < 4; at += 1) valueOf(await send(JPEG));
    await refer((await kept())[2]!.link);
    await day.advance('P2D');
    for (const k of [1, 2, 3]) {
      await fault({ kind: 'kill', at: { call: 'Drive.Files.update', k, when: 'before' } });
      await workspace.run('probeOrphans').catch(() => undefined);
      await day.advance('PT1M');
    }
    await workspace.control.delete('/api/faults');
    await workspace.run('probeOrphans');
    expect((await kept()).map(({ trashed }) => trashed)).toEqual([true, true, false, true]);
  });
});
