/** The Google Form 連絡先記入フォーム and the answers it has collected before us. */
import type { Calendar } from './cohorts';
import { addDays, daysBetween } from './days';
import { handNumber } from './handwriting';
import { fullName, plainName } from './names';
import type { Person } from './person';
import type { Random } from './random';
import { createRandom } from './random';

export const formTitle = '連絡先記入フォーム';

/** The questions, in order, with their types and whether they must be answered. */
export const formItems = [
  { title: '登録番号', type: 'TEXT', required: true },
  { title: '氏名', type: 'TEXT', required: true },
  { title: '生年月日', type: 'DATE', required: true },
  { title: 'メールアドレス', type: 'TEXT', required: true },
  { title: 'メールアドレス（確認用）', type: 'TEXT', required: false },
  { title: 'メールアドレスの種類', type: 'MULTIPLE_CHOICE', required: false, choices: ['個人', '事業所'] },
] as const;

export type Answers = Partial<Record<(typeof formItems)[number]['title'], string>>;

export interface OldAnswer {
  /** ISO date-time in Japan. */
  at: string;
  answers: Answers;
}

const two = (value: number): string => String(value).padStart(2, '0');

function answersOf(person: Person, mail: string, random: Random): Answers {
  const answers: Answers = {
    登録番号: handNumber(person.number, random),
    氏名: fullName(random.chance(0.5) ? plainName(person.name) : person.name).replace(
      '　',
      random.pick(['　', ' ', '']),
    ),
    生年月日: person.birthDate === '' ? '1960-01-01' : person.birthDate,
    メールアドレス: mail,
  };
  if (random.chance(0.8)) answers['メールアドレス（確認用）'] = mail;
  if (random.chance(0.7)) answers.メールアドレスの種類 = /@jigyosho/.test(mail) ? '事業所' : '個人';
  return answers;
}

/** The moment `minutes` after 9:00 of a day in Japan. */
const momentAt = (day: string, minutes: number): string =>
  `${day}T${two(9 + Math.floor(minutes / 60))}:${two(minutes % 60)}:00+09:00`;

/** At most this many old answers, however large the register. */
const mostAnswers = 300;

/**
 * Answers of the two years before today, oldest first. Some people answered
 * twice within the hour, some again later with another address.
 */
export function oldAnswers(people: readonly Person[], calendar: Calendar): OldAnswer[] {
  const wanted = Math.min(mostAnswers, Math.floor(people.length * 0.15));
  const living = people.filter((person) => person.condition !== '死亡');
  const random = createRandom('old answers');
  const answered: OldAnswer[] = [];
  const span = daysBetween(addDays(calendar.today, -730), calendar.today);
  const writers = new Set<Person>();
  while (answered.length < wanted && writers.size < living.length) {
    const person = random.pick(living);
    if (writers.has(person)) continue;
    writers.add(person);
    const mail =
      person.mail === '' || random.chance(0.4) ? `renraku${person.number}@example.com` : person.mail;
    const day = addDays(calendar.today, -random.integer(2, span));
    const minutes = random.integer(0, 11 * 60);
    answered.push({ at: momentAt(day, minutes), answers: answersOf(person, mail, random) });
    if (random.chance(0.12)) {
      answered.push({
        at: momentAt(day, minutes + random.integer(2, 50)),
        answers: answersOf(person, mail, random),
      });
    } else if (random.chance(0.08)) {
      const later = addDays(day, random.integer(1, Math.max(1, daysBetween(day, calendar.today) - 1)));
      const other = `renraku${person.number}-2@example.net`;
      answered.push({
        at: momentAt(later < calendar.today ? later : day, minutes),
        answers: answersOf(person, other, random),
      });
    }
  }
  return answered.slice(0, wanted).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
