/** What is typed into the tab ポイント, beside the sidebar and after a withdrawal: a decision, or put back and listed. */
import { admit } from '../support/admit';
import { newKey, officeDay, valueOf, type OfficeDay, type Person } from '../support/office-day';
import { pointsDay, pointsMorning, type PointsDay } from '../support/points-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

const REASON = '受講の記録が確認できませんでした。';

let workspace: TestWorkspace;
let day: OfficeDay;
let office: PointsDay;
let person: Person;
let receipt: string;

beforeAll(async () => {
  workspace = await startTestWorkspace({ registrants: 60 });
  day = officeDay(workspace.control);
  office = pointsDay(day);
});
beforeEach(async () => {
  ({ person, receipt } = await pointsMorning(day, office));
  await day.advance('PT6M');
});
afterAll(() => workspace.close());

const listed = async () =>
  valueOf<{ edits: { target: string; text: string }[] }>(await office.call('putBackEdits', {})).edits;
const waitingLine = async (label: string) =>
  valueOf<{ waiting: { label: string; count: number }[] }>(await office.call('home', {})).waiting.find(
    (line) => line.label === label,
  )?.count;

/** Applies on My Page and withdraws. */
async function withdrawn(): Promise<{ number: string; own: string }> {
  const insider = await day.person('noMail');
  const { token } = await admit(day, insider);
  const form = {
    ...{ eventCode: '', category: 'セミナー', role: '', title: '実務セミナー', host: 'ほかの団体' },
    ...{ attendedOn: '2026-10-08', endedOn: '', hours: '' },
  };
  const args = { form, evidence: { kind: 'later' } };
  const { receipt: own } = valueOf<{ receipt: string }>(
    await day.mypage('applyPoints', args, { token, key: newKey() }),
  );
  valueOf(await day.mypage('withdrawPoints', { receipt: own }, { token, key: newKey() }));
  return { number: insider.number, own };
}

describe('a word typed into 状態', () => {
  it('承認 is the same decision as in the sidebar: stamp, points, one mail after the wait', async () => {
    await office.type(receipt, '状態', '承認');
    const row = await office.rowOf(receipt);
    expect(row).toMatchObject({ 状態: '承認', 承認ポイント: '1' });
    expect([row['確認日時'], row['確認者']]).not.toContain('');
    expect((await office.notices(person.number)).map((one) => one['状態'])).toEqual(['送信待ち']);
    await day.advance('PT1H');
    expect((await day.mails(person.mail)).map(({ subject }) => subject)).toEqual([
      '【民紹協】ポイントの申請を承認しました',
    ]);
    expect(await listed()).toEqual([]);
  });

  it('承認 right after somebody else was approved is a decision within five minutes', async () => {
    const other = await office.enter((await day.person('leapDay')).number);
    await office.decide('承認', [other]);
    await office.type(receipt, '状態', '承認');
    await day.advance('PT6M');
    expect((await office.rowOf(receipt))['確認日時']).not.toBe('');
    expect(await office.notices(person.number)).toHaveLength(1);
    expect(await listed()).toEqual([]);
  });

  it.each(['不承認', '差戻し'])('%s takes the reason typed before', async (word) => {
    await office.type(receipt, '理由', REASON);
    await office.type(receipt, '状態', word);
    expect(await office.rowOf(receipt)).toMatchObject({
      ...{ 状態: word, 理由: REASON, 承認ポイント: '' },
      補正期限: word === '差戻し' ? '2026/12/08' : '',
    });
    expect(await office.notices(person.number)).toHaveLength(1);
  });

  it('pasted over several rows decides each of them, with one notice a person', async () => {
    const other = await day.person('leapDay');
    const receipts = [
      receipt,
      await office.enter(person.number, { title: '冬の講演会', category: '講演会' }),
      await office.enter(other.number),
    ];
    const { range, tab, user } = await office.typing(receipt, '状態', '');
    const first = Number(/\d+/.exec(range)?.[0]);
    const last = range.replace(String(first), String(first + 2));
    await workspace.control.post(`/api/sheets/${encodeURIComponent(tab)}/edit`, {
      ...{ user, range: `${range}:${last}`, values: [['承認'], ['承認'], ['承認']] },
    });
    for (const one of receipts) expect((await office.rowOf(one))['状態']).toBe('承認');
    for (const { number } of [person, other]) expect(await office.notices(number)).toHaveLength(1);
  });
});

describe('what must not stand is put back and listed', () => {
  it.each([
    ['不承認 without a reason', '状態', '不承認', '', '「理由」が空欄です'],
    ['a word that is no state', '状態', 'OK', '', '「OK」は「状態」に使えません。「承認」と入れてください。'],
    ['another form of a word', '状態', '差し戻し済み', '', '「差戻し」と入れてください。'],
    [
      'another word',
      '状態',
      '様子見',
      '',
      'いま入れられるのは、「承認」「差戻し」「不承認」「取下げ」です。',
    ],
    [
      '取消 of what is not decided',
      '状態',
      '取消',
      REASON,
      'いまは「申請中」なので、「取消」にはできません。',
    ],
    ['承認済', '状態', '承認済', '', '「承認済」は「状態」に使えません。「承認」と入れてください。'],
    ['登録番号', '登録番号', '9999', '', '事務局画面の「紙の申請を入力する」から入れ直してください。'],
    ['確認者', '確認者', '見本 花子', '', '決めるときは、事務局画面を使うか、「状態」に入れてください。'],
    ['確認日時', '確認日時', '2026/11/24', '', '事務局画面で決めると自動で入ります'],
  ])('%s', async (_, header, text, reason, why) => {
    if (reason !== '') await office.type(receipt, '理由', reason);
    const before = await office.rowOf(receipt);
    await office.type(receipt, header, text);
    expect(await office.rowOf(receipt)).toEqual(before);
    expect(await office.putBack(receipt)).toEqual([expect.stringContaining(why)]);
    expect(await listed()).toEqual([
      expect.objectContaining({ target: receipt, text: expect.stringContaining(why) as string }),
    ]);
    expect(await waitingLine('元に戻した入力（7日間）')).toBe(1);
    expect(await office.notices(person.number)).toEqual([]);
  });

  it('承認 while 証明書類 have not come', async () => {
    const other = await office.enter(person.number, { title: '別の講演会', evidenceState: '郵送待ち' });
    await office.type(other, '状態', '承認');
    expect(await office.rowOf(other)).toMatchObject({ 状態: '申請中', 確認日時: '', 承認ポイント: '' });
    expect(await office.putBack(other)).toEqual([expect.stringContaining('証明書類が届いていません')]);
  });
});

describe('approved in the sidebar while somebody types 不承認 into the cell', () => {
  it('before it was taken up: the sidebar decides, the word is listed', async () => {
    await office.type(receipt, '理由', REASON);
    await workspace.control.post('/api/faults', {
      kind: 'kill',
      at: { function: 'onSheetEdited', call: 'Lock.tryLock', when: 'before' },
    });
    await office.type(receipt, '状態', '不承認');
    expect((await office.queue()).cases).toContainEqual(
      expect.objectContaining({ receipt, state: '申請中', wish: '不承認' }),
    );
    expect((await office.decide('承認', [receipt])).decided).toBe(1);
    await day.advance('PT1H');
    expect(await office.rowOf(receipt)).toMatchObject({ 状態: '承認', 承認ポイント: '1' });
    expect(await office.putBack(receipt)).toEqual([expect.stringContaining('「不承認」')]);
    expect(await office.notices(person.number)).toHaveLength(1);
    expect(await day.mails(person.mail)).toHaveLength(1);
  });

  it.each(['before', 'after'])('%s the write of the sidebar: one decision, one mail', async (when) => {
    const at = { function: 'office', call: 'Sheets.Spreadsheets.batchUpdate', when };
    const edit = await office.typing(receipt, '状態', '不承認');
    await workspace.control.post('/api/faults', { kind: 'edit', at, edit });
    expect((await office.decide('承認', [receipt])).decided).toBe(1);
    await day.advance('PT1H');
    expect(await office.rowOf(receipt)).toMatchObject({ 状態: '承認', 承認ポイント: '1' });
    expect(await office.notices(person.number)).toHaveLength(1);
    expect((await day.mails(person.mail)).map(({ subject }) => subject)).toEqual([
      '【民紹協】ポイントの申請を承認しました',
    ]);
  });
});

describe('an application that was withdrawn', () => {
  it('is not decided in the sidebar', async () => {
    const { number, own } = await withdrawn();
    expect(await office.decide('承認', [own], { numbers: { [own]: number } })).toMatchObject({
      ...{ decided: 0, notices: 0 },
      skipped: [{ receipt: own, reason: 'DECIDED', state: '取下げ' }],
    });
    expect((await office.rowOf(own))['状態']).toBe('取下げ');
  });

  it('and typed over as 承認 it is put back to 取下げ and listed', async () => {
    const { number, own } = await withdrawn();
    const told = await office.notices(number);
    await office.type(own, '状態', '承認');
    expect(await office.rowOf(own)).toMatchObject({ 状態: '取下げ', 承認ポイント: '' });
    expect(await office.putBack(own)).toEqual([
      expect.stringContaining('いまは「取下げ」なので、「承認」にはできません'),
    ]);
    expect(await office.notices(number)).toEqual(told);
  });
});
