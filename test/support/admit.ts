/** How a registrant comes into My Page for the first time. */
import { enter, type OfficeDay, type Person } from './office-day';

/** An own password that the rules take. */
export const OWN_PASSWORD = 'みどり-そら-かわ-ねこ-2026';

/** She answers the form, reads the mail and sets an own password. */
export async function admit(day: OfficeDay, person: Person, own = OWN_PASSWORD): Promise<{ token: string }> {
  await day.answer(person);
  const mails = await day.passwordMails(person.mailToType);
  return enter(day, person, mails[mails.length - 1], own);
}

/** The same for one of the named people of the sample. */
export async function admitCase(day: OfficeDay, name: string): Promise<{ person: Person; token: string }> {
  const person = await day.person(name);
  return { person, token: (await admit(day, person)).token };
}
