/** What operations have in common: who is in My Page already, and what a password that was sent must do. */
import { enter, passwordIn, valueOf, type Mail, type OfficeDay, type Person } from '../../support/office-day';
import { isDone, type Stage } from '../stage';
import { column, type State } from '../state';

/** The password people choose for themselves. */
export const OWN = 'みどり-そら-かわ-ねこ-2026';

export const PASSWORD_TABS = ['台帳', 'パスワード送付', '通知', '変更履歴', '_認証', '_要約'];

/** Somebody who has the mail with the temporary password. */
export async function invited({ day }: Stage, name = 'noMail') {
  const person = await day.person(name);
  await day.answer(person);
  const [mail] = await day.passwordMails(person.mailToType);
  return { person, mail };
}

/** Somebody who is in My Page; where she is there already, on another device. */
export async function insider(stage: Stage, name = 'noMail') {
  const { day } = stage;
  const person = await day.person(name);
  let token: string | undefined;
  await stage.once(`insider ${person.number}`, async () => {
    const { mail } = await invited(stage, name);
    ({ token } = await enter(day, person, mail, OWN));
  });
  token ??= await logIn(day, person);
  return { person, token };
}

/** A login with the own password; its token. */
export async function logIn(day: OfficeDay, { number }: Person): Promise<string> {
  return valueOf<{ token: string }>(await day.mypage('login', { number, password: OWN })).token;
}

/** Says if the own password does not open the door. */
export async function shutOut(day: OfficeDay, { number }: Person): Promise<string[]> {
  const called = await day.mypage('login', { number, password: OWN });
  return isDone(called) ? [] : ['the own password does not open the door'];
}

/** Mails to an address with a temporary password. */
export const passwordMailsTo = (state: State, to: string): Mail[] =>
  state.mails.filter((mail) => mail.to === to && mail.body.includes('▼仮パスワード'));

/** One row for the response, one mail with a password that opens the door. */
export async function passwordMissing(
  { day }: Stage,
  { person, responseId }: { person: Person; responseId: string },
  state: State,
): Promise<string[]> {
  const problems: string[] = [];
  const recorded = state.tab('パスワード送付').rows.filter((row) => row['回答ID'] === responseId);
  if (recorded.length !== 1) problems.push(`the response stands in ${recorded.length} rows`);
  for (const one of column(recorded, '状態')) if (one !== '送付済') problems.push(`the response is ${one}`);
  const mails = passwordMailsTo(state, person.mailToType);
  if (mails.length !== 1) problems.push(`${mails.length} password mails`);
  for (const mail of mails.slice(-1))
    if (!isDone(await day.mypage('login', { number: person.number, password: passwordIn(mail) })))
      problems.push('the mailed password does not open the door');
  return problems;
}
