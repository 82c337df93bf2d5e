/** J2: a 変更届 that came on paper, entered by the secretariat. */
import { NEW_NAME } from '../support/notification-day';
import { notificationScene } from '../support/notification-scene';
import { newKey, refusalOf, valueOf } from '../support/office-day';

const scene = notificationScene();

describe('a 変更届 on paper', () => {
  const entry = (more: object = {}) => ({
    ...NEW_NAME,
    evidence: '受領済',
    number: scene.person.number,
    notifiedOn: '2026-11-18',
    ...more,
  });

  it('is entered for the person with its 届出日, is told to the person, and is decided like any other', async () => {
    const found = valueOf<{ person: { number: string; name: string; kinds: string[] } | null }>(
      await scene.notes.office('findNotifier', { number: `第${scene.person.number}号` }),
    );
    expect(found.person).toMatchObject({ number: scene.person.number, name: '見本　花子' });
    expect(valueOf(await scene.notes.office('findNotifier', { number: '999999' }))).toEqual({ person: null });
    const key = newKey();
    const first = valueOf<{ receipt: string }>(await scene.notes.office('enterNotification', entry(), key));
    expect(first).toMatchObject({ done: true, mailed: true });
    expect(valueOf(await scene.notes.office('enterNotification', entry(), key))).toEqual(first);
    expect(valueOf(await scene.notes.office('enterNotification', entry()))).toMatchObject({
      done: false,
      reason: 'OPEN_ALREADY',
    });
    expect(await scene.notes.row(first.receipt)).toMatchObject({
      届出日: '2026/11/18',
      登録元: '事務局',
      証明書類の状態: '受領済',
      状態: '申請中',
    });
    expect((await scene.view()).notifications).toMatchObject([
      { receipt: first.receipt, notifiedOn: '2026-11-18' },
    ]);
    valueOf(await scene.notes.decide(await scene.notes.caseOf(first.receipt), '承認'));
    expect((await scene.day.ledger(scene.person.number))?.['氏名']).toBe('試作 花子');
  });

  it('is refused with a 届出日 to come, without a person, and with what is wrong', async () => {
    const send = (more: object) => scene.notes.office('enterNotification', entry(more));
    expect(refusalOf(await send({ notifiedOn: '2026-11-25' })).code).toBe('INVALID');
    expect(valueOf(await send({ number: '999999' }))).toMatchObject({ reason: 'NO_PERSON' });
    expect(refusalOf(await send({ changes: { フリガナ: '試作' } })).code).toBe('INVALID');
    expect(await scene.day.rows('変更届')).toEqual([]);
  });
});
