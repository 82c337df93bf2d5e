/** P3: two people with their tokens, and the means to sign one as the installation does. */
import { createHmac } from 'node:crypto';
import { mypageArgs, type MypageMethod } from '../../../src/contract/mypage';
import { decodeClaims, encodeClaims, type Claims } from '../../../src/domain/session';
import { enter, officeDay, passwordIn, valueOf } from '../../support/office-day';
import type { OfficeDay, Person, Row } from '../../support/office-day';
import { startProbed, type Probed } from './probe';

interface Scene {
  workspace: Probed;
  day: OfficeDay;
  secret: string;
  a: Person;
  b: Person;
  homeOfA: string;
  homeOfB: string;
  firstOfA: string;
}

/** Of the file that calls `startScene`. */
export const scene = {} as Scene;

/** One Workspace for all tests of a file. */
export function startScene(): void {
  beforeAll(async () => {
    scene.workspace = await startProbed();
    scene.day = officeDay(scene.workspace.control);
  });
  afterAll(() => scene.workspace.close());
}

export const OWN = 'みどり-そら-かわ-ねこ-2026';
const OTHER = 'あさひ-もり-うみ-いぬ-2026';
const NOW = '2026-11-22T09:00:00+09:00';

/** What each method of the contract takes, and which token it asks for: a new method does not compile without a line. */
export const methods: Record<MypageMethod, { args: () => unknown; token: 'none' | 'first' | 'home' }> = {
  status: { args: () => ({}), token: 'none' },
  login: { args: () => ({ number: scene.a.number, password: 'not the password' }), token: 'none' },
  firstLogin: { args: () => ({ birthDate: scene.a.birthDate, password: OWN }), token: 'first' },
  view: { args: () => ({}), token: 'home' },
  changeLedger: { args: () => ({ changes: { 部署: '見本部', 住所: '見本県見本市1-1' } }), token: 'home' },
  applyPoints: {
    args: () => ({
      form: {
        ...{ eventCode: '', category: 'セミナー', role: '', title: '見本セミナー', host: '当協会' },
        ...{ attendedOn: '2026-10-05', endedOn: '', hours: '' },
      },
      evidence: { kind: 'none' },
    }),
    token: 'home',
  },
  applyRenewal: { args: () => ({ printedName: '試作 花子', sendTo: '自宅' }), token: 'home' },
  withdrawRenewal: { args: () => ({ receipt: 'K26-000001-2' }), token: 'home' },
  confirmCertificate: { args: () => ({ certificate: 'S26-000001' }), token: 'home' },
  withdrawPoints: { args: () => ({ receipt: 'P26-000001-0' }), token: 'home' },
  requestMailChange: { args: () => ({ mail: 'atarashii@example.net', password: OWN }), token: 'home' },
  confirmMailChange: { args: () => ({ code: '012345' }), token: 'home' },
  sendEvidence: { args: () => ({ data: '/9j/AA==' }), token: 'home' },
  sendNotification: {
    args: () => ({
      kind: '氏名',
      changes: { 氏名: '試作 花子' },
      changedOn: '2026-11-01',
      note: '',
      evidence: '郵送待ち',
    }),
    token: 'home',
  },
  withdrawNotification: { args: () => ({ receipt: 'D26-000001-2' }), token: 'home' },
  logout: { args: () => ({}), token: 'home' },
  requestPassword: { args: () => ({ number: scene.a.number }), token: 'none' },
  requestNumber: { args: () => ({ mail: scene.a.mailToType, birthDate: scene.a.birthDate }), token: 'none' },
};
export const names = Object.keys(mypageArgs) as MypageMethod[];
export const withToken = names.filter((name) => methods[name].token !== 'none');

/** Both people are in; A has also begun a first login with a second temporary password. */
export async function bothIn(): Promise<void> {
  await scene.workspace.control.post('/api/reset', { scenario: 'sample', now: NOW });
  [scene.a, scene.b] = [await scene.day.person('noMail'), await scene.day.person('sameMail')];
  for (const person of [scene.a, scene.b]) await scene.day.answer(person);
  scene.homeOfA = (
    await enter(scene.day, scene.a, (await scene.day.passwordMails(scene.a.mailToType))[0], OWN)
  ).token;
  scene.homeOfB = (
    await enter(scene.day, scene.b, (await scene.day.passwordMails(scene.b.mailToType))[0], OTHER)
  ).token;
  valueOf(await scene.day.mypage('requestPassword', { number: scene.a.number }));
  await scene.day.advance('PT2M');
  const mail = (await scene.day.passwordMails(scene.a.mailToType))[1];
  scene.firstOfA = valueOf<{ token: string }>(
    await scene.day.mypage('login', { number: scene.a.number, password: passwordIn(mail) }),
  ).token;
  scene.secret = (await scene.workspace.properties())['secret'] ?? '';
}

/** Signs as the installation does: what only somebody with its secret could. */
export function sign(claims: Claims | string): string {
  const payload = typeof claims === 'string' ? claims : encodeClaims(claims);
  return `${payload}.${createHmac('sha256', scene.secret).update(`token ${payload}`).digest('base64url')}`;
}

export function claimsOf(token: string): Claims {
  const claims = decodeClaims(token.split('.')[0] ?? '');
  if (!claims) throw new Error('Not a token of ours.');
  return claims;
}

/** Texts that stand in one person's ledger row and in no other's. */
export async function toldOf(person: Person): Promise<string[]> {
  const own = Object.values((await scene.day.ledger(person.number)) ?? {});
  const others = (await scene.day.rows('台帳')).filter((row: Row) => row['登録番号'] !== person.number);
  const shared = new Set(others.flatMap((row) => Object.values(row)));
  return own.filter((text) => text.length >= 4 && !shared.has(text));
}

/** The same with another secret. */
export function signedWith(other: string, claims: Claims): string {
  const payload = encodeClaims(claims);
  return `${payload}.${createHmac('sha256', other).update(`token ${payload}`).digest('base64url')}`;
}
