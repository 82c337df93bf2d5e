/** What operations of 更新 and 証書 have in common: somebody who may renew, as far as her renewal has come, and what must be on file. */
import { asOnFile, renewalDay } from '../../support/renewal-day';
import { newKey, valueOf, type OfficeDay, type Person } from '../../support/office-day';
import type { Stage } from '../stage';
import { textOf, type State } from '../state';
import { insider } from './people';

/** Who has everything that is required, in time. */
export const RENEWER = 'inWindowComplete';
export const RENEWAL_TABS = ['更新申請', '通知', '_要約'];
/** Long enough for the office hours of the next working day. */
export const TOLD = 'PT26H';
/** The receipt is mailed and the login kept: what follows commits nothing else. */
const KEPT = 'PT6M';
export const DECIDED = { resolvedOn: '2026-11-22', resolution: '決裁第1号' };

export interface Renewer {
  person: Person;
  token: string;
  key: string;
  receipt: string;
}

/** What stands in for the records the sample has of its own renewer: a 講習 and five points. */
const RECORDS = [
  { category: '職業紹介責任者講習', title: '職業紹介責任者講習', attendedOn: '2026-11-10' },
  { category: '研究会', title: '事例研究会', attendedOn: '2026-10-06' },
];

/** Who stands in for the one of the sample lacks nothing either; nobody is told of what was granted. */
export async function complete(stage: Stage, { number }: Person): Promise<void> {
  if ((await stage.day.rows('ポイント')).some((row) => row['登録番号'] === number)) return;
  await grantAll(stage, number);
}

/** A 講習 and five points more than somebody has. */
async function grantAll(stage: Stage, number: string): Promise<void> {
  const { office } = stage;
  const receipts: string[] = [];
  for (const record of RECORDS) {
    const form = { eventCode: '', role: '', host: '当協会', endedOn: '', hours: '', ...record };
    const entry = { number, receivedOn: '2026-11-20', form, evidenceState: '不要' };
    receipts.push(valueOf<{ receipt: string }>(await office('enterPoints', entry, newKey())).receipt);
  }
  const granted = { [receipts[1] ?? '']: 5 };
  valueOf(await office('decidePoints', { decision: '承認', receipts, granted }, newKey()));
  await untold(stage, number);
}

/** Stops what waits to be mailed to a person: what comes before an operation is not what it tells. */
export async function untold({ office }: Stage, number: string): Promise<void> {
  const { notices } = valueOf<{ notices: { notice: string; number: string }[] }>(
    await office('waitingNotices', {}),
  );
  const own = notices.filter((one) => one.number === number).map(({ notice }) => notice);
  if (own.length > 0) valueOf(await office('stopNotices', { notices: own }, newKey()));
}

/** The tabs hold rows of others too: an application from paper and a 証書 of somebody who has no part in it. */
export async function someoneElse(
  { day, office, once, advance }: Stage,
  name = 'inWindowShort',
): Promise<void> {
  await once('rows of somebody else', async () => {
    const { number } = await day.person(name);
    const entry = { number, receivedOn: '2026-11-19', printedName: '', sendTo: '自宅' };
    valueOf(await office('enterRenewal', entry, newKey()));
    valueOf(await office('addCertificates', { cause: '再交付', numbers: [number] }, newKey()));
    await advance('PT2M');
  });
}

/** In My Page. */
export async function renewer(stage: Stage, name = RENEWER): Promise<Renewer> {
  await someoneElse(stage);
  const { person, token } = await insider(stage, name);
  await complete(stage, person);
  return { person, token, key: newKey(), receipt: '' };
}

/** With an application that waits. */
export async function applied(stage: Stage, name = RENEWER): Promise<Renewer> {
  const arranged = await renewer(stage, name);
  const { number } = arranged.person;
  await stage.once(`applied ${number}`, async () => {
    valueOf(await renewalDay(stage.day).apply(arranged.token, asOnFile(arranged.person)));
    await stage.advance(KEPT);
  });
  const own = (await stage.day.rows('更新申請')).filter((row) => row['登録番号'] === number);
  return { ...arranged, receipt: own[own.length - 1]?.['受付番号'] ?? '' };
}

/** In the window with the renewer; what they lack they are granted. */
export const RENEWERS = [RENEWER, 'inWindowNoCourse', 'inWindowShort'];

/** Each with an application from paper that was confirmed. */
export async function severalConfirmed(stage: Stage) {
  await someoneElse(stage, 'lastDay');
  const people: Person[] = [];
  const receipts: string[] = [];
  for (const name of RENEWERS) {
    const person = await stage.day.person(name);
    people.push(person);
    await grantAll(stage, person.number);
    const entry = { number: person.number, receivedOn: '2026-11-20', printedName: '', sendTo: '自宅' };
    receipts.push(valueOf<{ receipt: string }>(await stage.office('enterRenewal', entry, newKey())).receipt);
  }
  await stage.advance(KEPT);
  await renewalDay(stage.day).decide('確認済', receipts);
  return { people, receipts, key: newKey() };
}

export async function confirmed(stage: Stage, name = RENEWER): Promise<Renewer> {
  const arranged = await applied(stage, name);
  await renewalDay(stage.day).decide('確認済', [arranged.receipt]);
  return arranged;
}

export interface Certified extends Renewer {
  certificate: string;
}

/** Approved just now; with the number of the 証書. */
export async function approved(stage: Stage): Promise<Certified> {
  const arranged = await confirmed(stage);
  await renewalDay(stage.day).decide('承認', [arranged.receipt], DECIDED);
  return { ...arranged, certificate: await certificateOf(stage.day, arranged.person) };
}

/** Number of the latest 証書 of a person. */
export async function certificateOf(day: OfficeDay, { number }: Person): Promise<string> {
  const own = (await day.rows('証書')).filter((row) => row['登録番号'] === number);
  return own[own.length - 1]?.['証書番号'] ?? '';
}

/** Lines of a tab of the person that hold these cells; one is wanted. */
export function missingRow(
  person: Person,
  state: State,
  tab: string,
  wanted: Record<string, string>,
): string[] {
  const own = state.tab(tab).rows.filter((row) => row['登録番号'] === person.number);
  const held = own.filter((row) => Object.entries(wanted).every(([key, text]) => textOf(row[key]) === text));
  return held.length === 1 ? [] : [`${held.length} rows of ${tab} hold ${JSON.stringify(wanted)}`];
}

/** Mails of this subject that are not so many as wanted. */
export function mailsMissing(person: Person, state: State, part: string, count = 1): string[] {
  const told = state.mails.filter(({ to, subject }) => to === person.mailToType && subject.includes(part));
  return told.length === count ? [] : [`${told.length} mails 「${part}」, not ${count}`];
}
