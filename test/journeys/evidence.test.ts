/** 証明書類 reach the owner’s folder once, and tell nothing of the person, whatever is sent and whatever breaks. */
import { evidenceScene, JPEG, PDF } from '../support/evidence-scene';
import { newKey, refusalOf, valueOf } from '../support/office-day';

const scene = evidenceScene();
const { kept, folder, send, readers, fault } = scene;
const number = () => scene.person.number;

describe('sending', () => {
  it('keeps the bytes in the owner’s folder, under a name and with properties that tell nothing of the person', async () => {
    const { token: next } = valueOf<{ token: string }>(await send(JPEG));
    expect(next).not.toBe('');
    valueOf(await send(PDF));
    const files = await kept();
    expect(files).toMatchObject([
      { mimeType: 'image/jpeg', size: 7, owner: scene.owner, trashed: false },
      { mimeType: 'application/pdf', size: 15, owner: scene.owner },
    ]);
    expect(files.map(({ name }) => name.replace(/-\w{8}\./, '-….'))).toEqual([
      '証明書類-20261122-….jpg',
      '証明書類-20261122-….pdf',
    ]);
    for (const file of files) {
      expect(file.parent).toBe((await folder()).id);
      for (const told of [scene.person.number, scene.person.name, scene.person.mailToType])
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
    expect(await scene.workspace.run('probeEvidence', number(), keys)).toEqual(refs);
    expect(await scene.workspace.run('probeEvidence', number(), [...keys].reverse())).toEqual(
      [...refs].reverse(),
    );
  });

  it('several files of one call are kept in their order', async () => {
    const sent = [JPEG, PDF, JPEG].map((data, at) => ({ key: `${'k'.repeat(20)}-${String(at)}`, data }));
    const refs = await scene.workspace.run('probeStore', number(), sent);
    expect(await scene.workspace.run('probeStore', number(), sent)).toEqual(refs);
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
    await scene.workspace.run('probeStore', number(), sent);
    expect(refusalOf(await send(JPEG)).fields).toEqual({ evidence: 'TOO_MANY' });
    await scene.day.advance('P1D');
    expect(await kept()).toHaveLength(30);
  });

  it('nobody gets in without a token of the person', async () => {
    expect(refusalOf(await scene.day.mypage('sendEvidence', { data: JPEG }, { key: newKey() })).code).toBe(
      'SESSION_ENDED',
    );
    expect(
      refusalOf(await scene.day.mypage('sendEvidence', { data: JPEG }, { token: scene.token })).code,
    ).toBe('INVALID');
    expect(await kept()).toEqual([]);
  });

  it('the key of somebody else leads to nothing, in the cache or in Drive', async () => {
    const key = newKey();
    valueOf(await send(JPEG, key));
    await scene.day.advance('PT1M');
    const other = await scene.day.person('sameMail');
    await expect(scene.workspace.run('probeEvidence', other.number, [key])).rejects.toThrow(
      'evidence=MISSING',
    );
    await scene.workspace.run('probeCacheGone', `evidence:${number()}`);
    await expect(scene.workspace.run('probeEvidence', other.number, [key])).rejects.toThrow(
      'evidence=MISSING',
    );
    expect(await scene.workspace.run('probeEvidence', number(), [key])).toHaveLength(1);
  });
});

describe('when something breaks', () => {
  it.each(['before', 'after'])('killed %s any service call, sending again gives one file', async (when) => {
    const call = { kind: 'kill', at: { function: 'mypage', k: 1, when } };
    valueOf(await send(JPEG));
    const { calls } = (await scene.day.executions()).filter((each) => each.function === 'mypage').at(-1)!;
    const count = Object.values(calls).reduce((sum, one) => sum + one, 0);
    expect(count).toBeGreaterThan(8);
    for (let k = 1; k <= count; k += 1) {
      const before = (await kept()).length;
      const key = newKey();
      await fault({ ...call, at: { ...call.at, k } });
      await send(JPEG, key);
      valueOf(await send(JPEG, key));
      expect([k, (await kept()).length]).toEqual([k, before + 1]);
      expect(await scene.workspace.run('probeEvidence', number(), [key])).toHaveLength(1);
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
    await scene.workspace.run('probeCacheGone', `evidence:${number()}`);
    await expect(scene.workspace.run('probeEvidence', number(), [key])).rejects.toThrow('evidence=MISSING');
    await scene.day.advance('PT30S');
    expect(await scene.workspace.run('probeEvidence', number(), [key])).toHaveLength(1);
  });

  it('while the folder is in the trash the person is told to try again, and 初期設定 makes another', async () => {
    const lost = await folder();
    await scene.workspace.control.post(`/api/files/${lost.id}`, { user: scene.owner, action: 'trash' });
    await scene.workspace.control.post('/api/menu', { user: scene.owner, item: '初期設定' });
    expect((await folder()).id).not.toBe(lost.id);
    expect(await readers()).toEqual([...scene.staff].sort());
    valueOf(await send(JPEG));
    expect((await kept())[0]?.parent).toBe((await folder()).id);
  });
});
