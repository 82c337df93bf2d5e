/** People of the bench: one who has got the password, and one who is in. */
import { enter, type OfficeDay } from '../support/office-day';

export const OWN = 'みどり-そら-かわ-ねこ-2026';

/** A registrant who has answered the form, and the mail that came. */
export async function registrant(day: OfficeDay) {
  const person = await day.person('noMail');
  await day.answer(person);
  const [mail] = await day.mails(person.mailToType);
  return { person, mail };
}

/** A registrant who has logged in with an own password. */
export async function insider(day: OfficeDay) {
  const { person, mail } = await registrant(day);
  const { token } = await enter(day, person, mail, OWN);
  return { person, token };
}
