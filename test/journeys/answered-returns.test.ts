/** A 差戻し the person answers while its notice waits: she has sent again or withdrawn, so that the mail would not be true any more. */
import type { MypageValues } from '../../src/contract/mypage';
import { newKey, valueOf } from '../support/office-day';
import { NEW_NAME, notificationDay } from '../support/notification-day';
import { pointsDay } from '../support/points-day';
import { asOnFile } from '../support/renewal-day';
import { renewalScene } from '../support/renewal-scene';

const scene = renewalScene();
const WORDS = { reason: '写真がぼけていて読めません', request: '撮り直してください', fixBy: '2026-12-15' };
const FORM = {
  ...{ eventCode: '', category: 'セミナー', role: '', title: '見本セミナー', host: '当協会' },
  ...{ attendedOn: '2026-10-05', endedOn: '', hours: '' },
};

const mypage = async <M extends keyof MypageValues>(method: M, args: object): Promise<MypageValues[M]> =>
  valueOf<MypageValues[M]>(await scene.day.mypage(method, args, { token: scene.token, key: newKey() }));
const applyPoints = async (more: object = {}) =>
  (await mypage('applyPoints', { form: FORM, evidence: { kind: 'none' }, ...more })).receipt;
const returned = async () => (await scene.subjects()).filter((subject) => subject.includes('確認のお願い'));
const noticeOf = async (kind: string) =>
  (await scene.renewal.rowsOf('通知', scene.person.number)).filter((row) => row['種別'] === kind);
const listed = async () =>
  (await scene.renewal.view(scene.token)).notices.filter(({ subject }) => subject.includes('確認をお願い'));

const TAKEN_BACK = { 状態: '取りやめ', エラー: expect.stringContaining('もう差戻しではない') as string };

it.each(['sent again', 'withdrawn'])('of points, %s: no mail leaves and My Page lists none', async (what) => {
  const receipt = await applyPoints();
  await pointsDay(scene.day).decide('差戻し', [receipt], WORDS);
  await scene.day.advance('PT5M');
  if (what === 'withdrawn') await mypage('withdrawPoints', { receipt });
  else await applyPoints({ receipt });
  await scene.wait('PT40M');

  expect(await returned()).toEqual([]);
  expect(await noticeOf('ポイントの差戻し')).toMatchObject([TAKEN_BACK]);
  expect(await listed()).toEqual([]);
});

it('in one mail with another decision, only the other one is told', async () => {
  const receipt = await applyPoints();
  const office = pointsDay(scene.day);
  const other = await office.enter(scene.person.number, { title: '冬の講演会', category: '講演会' });
  await office.decide('差戻し', [receipt], WORDS);
  await office.decide('承認', [other]);
  await mypage('withdrawPoints', { receipt });
  await scene.day.advance('PT40M');

  const mails = await scene.day.mails(scene.person.mailToType);
  const [mail, ...more] = mails.filter(({ subject }) => subject.includes('承認しました'));
  expect(more).toEqual([]);
  expect(mail?.body).toContain(other);
  expect(mail?.body).not.toContain(receipt);
  const told = (await noticeOf('ポイントの承認')).filter((row) => row['状態'] === '送信済');
  expect(told).toMatchObject([{ 対象: other }]);
});

it('another notice that leaves at the same moment stays in the list of My Page', async () => {
  await scene.workspace.control.post('/api/clock', { now: '2026-11-24T20:00:00+09:00' });
  scene.token = await scene.renewal.again(scene.person);
  const { receipt } = await scene.apply();
  await scene.renewal.decide('差戻し', [receipt], WORDS);
  const office = pointsDay(scene.day);
  const other = await office.enter(scene.person.number, { title: '冬の講演会', category: '講演会' });
  await office.decide('承認', [other]);
  await mypage('withdrawRenewal', { receipt });
  await scene.wait('PT16H');

  const subjects = (await scene.renewal.view(scene.token)).notices.map(({ subject }) => subject);
  expect(subjects).toContain('ポイントの申請を承認しました');
  expect(subjects).not.toContain('更新の申請について確認をお願いします');
  expect(await returned()).toEqual([]);
});

it('one that is not answered leaves as it was written', async () => {
  const receipt = await applyPoints();
  await pointsDay(scene.day).decide('差戻し', [receipt], WORDS);
  await scene.day.advance('PT40M');
  expect(await returned()).toHaveLength(1);
});

it.each(['sent again', 'withdrawn'])('of a renewal, %s: no mail leaves', async (what) => {
  const { receipt } = await scene.apply();
  await scene.renewal.decide('差戻し', [receipt], WORDS);
  await scene.day.advance('PT5M');
  if (what === 'withdrawn') await mypage('withdrawRenewal', { receipt });
  else valueOf(await scene.renewal.apply(scene.token, { ...asOnFile(scene.person), receipt }));
  await scene.day.advance('PT40M');

  expect(await returned()).toEqual([]);
  expect(await noticeOf('更新の差戻し')).toMatchObject([TAKEN_BACK]);
});

it('of a 変更届, withdrawn: no mail leaves', async () => {
  const desk = notificationDay(scene.day);
  const { receipt } = await desk.send(scene.token, NEW_NAME);
  valueOf(await desk.decide(await desk.caseOf(receipt), '差戻し', WORDS));
  await scene.day.advance('PT5M');
  await mypage('withdrawNotification', { receipt });
  await scene.day.advance('PT40M');

  expect(await returned()).toEqual([]);
  expect(await noticeOf('変更届の差戻し')).toMatchObject([TAKEN_BACK]);
});

it('of a 変更届 returned twice, only the second 差戻し is told', async () => {
  const desk = notificationDay(scene.day);
  const { receipt } = await desk.send(scene.token, NEW_NAME);
  valueOf(await desk.decide(await desk.caseOf(receipt), '差戻し', WORDS));
  await scene.day.advance('PT5M');
  await desk.send(scene.token, { ...NEW_NAME, receipt });
  const later = { ...WORDS, reason: '戸籍の写しがありません', fixBy: '2026-12-20' };
  valueOf(await desk.decide(await desk.caseOf(receipt), '差戻し', later));
  await scene.wait('PT40M');

  expect(await returned()).toHaveLength(1);
  const mails = await scene.day.mails(scene.person.mailToType);
  const told = mails.filter(({ subject }) => subject.includes('確認のお願い')).map(({ body }) => body);
  expect(told.join('')).toContain(later.reason);
  expect(told.join('')).not.toContain(WORDS.reason);
  expect((await noticeOf('変更届の差戻し')).map((row) => row['状態'])).toEqual(['取りやめ', '送信済']);
  const { notices } = await scene.renewal.view(scene.token);
  expect(notices.filter(({ subject }) => subject.includes('確認のお願い'))).toHaveLength(1);
});
