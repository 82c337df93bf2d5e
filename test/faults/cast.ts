/** Who plays whom when several operations meet: each has people of its own, or two are about the same person. */
import type { SampleInfo } from '../../workspace/control/client';
import type { Person } from '../support/office-day';
import type { Operation } from './operation';
import { textOf, type Line, type State } from './state';

/** Registrants without a name in the sample, in the order of 台帳; who is taken is not taken again. */
export interface Extras {
  /**
   * Somebody like this person: with or without an address on file, answering the form with it or with another, and as far
   * as there is one of the same 状態, 満了日 and メールマガジン.
   */
  like(person: Person): Person;
}

export function extrasOf(state: State, { cases }: SampleInfo): Extras {
  const named = new Set(Object.values(cases).map(({ number }) => number));
  const { rows } = state.tab('台帳');
  const mails = rows.map((row) => textOf(row['メールアドレス']));
  const likeness = (row: Line | undefined): string[] => LIKE.map((header) => textOf(row?.[header]));
  const free = rows.flatMap((row): { person: Person; is: string[] }[] => {
    const [number = '', name = '', birthDate = '', mail = '', kind] = [
      row['登録番号'],
      row['氏名'],
      row['生年月日'],
      row['メールアドレス'],
      row['メール区分'],
    ].map(textOf);
    const alone = mail === '' || mails.filter((one) => one === mail).length === 1;
    // Nobody whose mails Google refuses.
    const takes = !mail.includes('.@');
    const fit = !named.has(number) && alone && takes && birthDate !== '' && kind !== '事業所';
    return fit ? [{ person: { number, name, birthDate, mail, mailToType: mail }, is: likeness(row) }] : [];
  });
  return {
    like(person) {
      const wanted = likeness(rows.find((row) => row['登録番号'] === person.number));
      const unlike = ({ is }: { is: string[] }) => is.findIndex((text, at) => text !== wanted[at]);
      const fit = free.filter(
        (one) => (one.person.mail === '') === (person.mail === '') && unlike(one) !== 0,
      );
      // Like in everything first, then in 満了日.
      const best = fit.find((one) => unlike(one) < 0) ?? fit.find((one) => unlike(one) > 1) ?? fit[0];
      if (!best) throw new Error(`Nobody is left to stand in for ${person.name}.`);
      free.splice(free.indexOf(best), 1);
      const extra = best.person;
      const own = person.mail !== '' && person.mailToType === person.mail;
      return own ? extra : { ...extra, mailToType: `tsugi-${extra.number}@example.com` };
    },
  };
}

/** What who stands in for somebody is to have in common with her, the most important first. */
const LIKE = ['状態', '有効期間満了日', 'メールマガジン登録'];

/** The sample as an operation sees it: whoever is taken already is played by another. */
export function castFor(
  operation: Operation,
  sample: SampleInfo,
  taken: ReadonlySet<string>,
  extras: Extras,
): SampleInfo {
  const cases = { ...sample.cases };
  for (const name of operation.people) {
    const person = cases[name];
    if (person && taken.has(person.number)) cases[name] = extras.like(person);
  }
  return { ...sample, cases };
}

/** The sample in which the first person of an operation is this one, who uses My Page with an address on file. */
export function castOnInsider(operation: Operation, sample: SampleInfo, insider: Person): SampleInfo {
  const mail = insider.mailToType;
  const role = sample.cases[operation.people[0] ?? ''];
  const same = operation.situation !== undefined;
  const other = role !== undefined && role.mailToType !== role.mail;
  const person = same ? insider : { ...insider, mail, mailToType: other ? `futatsume-${mail}` : mail };
  return { ...sample, cases: { ...sample.cases, [operation.people[0] ?? '']: person } };
}

/** Numbers of the people of an operation. */
export function numbersOf(operation: Operation, { cases }: SampleInfo): string[] {
  return operation.people.flatMap((name) => cases[name]?.number ?? []);
}
