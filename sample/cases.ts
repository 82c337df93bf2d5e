/** The named awkward people: each has one property that a system is likely to get wrong. */
import type { Calendar } from './cohorts';
import { certifiedOn, periodEnd, periodYears } from './cohorts';
import type { Day } from './days';
import { addMonths, dayOf, endOfMonth, partsOf } from './days';
import type { Name } from './names';
import { fullName } from './names';
import type { Person } from './person';

/** What a test or a visitor needs to play a person. */
export interface Case {
  number: string;
  /** As the old ledger writes it. */
  name: string;
  /** `YYYY-MM-DD`, or `''` where the ledger has none. */
  birthDate: string;
  /** Address on file, or `''`. */
  mail: string;
  /** The address to answer the form with. */
  mailToType: string;
}

export const caseNames = [
  'noMail',
  'sameMail',
  'otherMail',
  'sharedMail',
  'sharedMailOther',
  'roleMail',
  'variantKanji',
  'leapDay',
  'monthEnd',
  'inWindowComplete',
  'inWindowNoCourse',
  'inWindowShort',
  'lastDay',
  'lapsed',
  'deceased',
  'noBirthDate',
  'overseas',
] as const;

export type CaseName = (typeof caseNames)[number];

const names: Readonly<Record<CaseName, Name>> = {
  noMail: { family: '見本', given: '花子', familyKana: 'みほん', givenKana: 'はなこ' },
  sameMail: { family: '例示', given: '太郎', familyKana: 'れいじ', givenKana: 'たろう' },
  otherMail: { family: '雛形', given: '次郎', familyKana: 'ひながた', givenKana: 'じろう' },
  sharedMail: { family: '仮名', given: '正', familyKana: 'かめい', givenKana: 'ただし' },
  sharedMailOther: { family: '仮名', given: '節', familyKana: 'かめい', givenKana: 'せつ' },
  roleMail: { family: '窓口', given: '守', familyKana: 'まどぐち', givenKana: 'まもる' },
  variantKanji: { family: '髙﨑', given: '惠子', familyKana: 'たかさき', givenKana: 'けいこ' },
  leapDay: { family: '閏', given: '二月', familyKana: 'うるう', givenKana: 'にがつ' },
  monthEnd: { family: '月末', given: '暮', familyKana: 'つきずえ', givenKana: 'くれ' },
  inWindowComplete: { family: '十全', given: '満', familyKana: 'じゅうぜん', givenKana: 'みつる' },
  inWindowNoCourse: { family: '講無', given: '望', familyKana: 'こうむ', givenKana: 'のぞみ' },
  inWindowShort: { family: '点野', given: '少', familyKana: 'てんの', givenKana: 'すくな' },
  lastDay: { family: '今日', given: '限', familyKana: 'きょう', givenKana: 'かぎり' },
  lapsed: { family: '期限', given: '了', familyKana: 'きげん', givenKana: 'おわる' },
  deceased: { family: '故本', given: '静', familyKana: 'こもと', givenKana: 'しずか' },
  noBirthDate: { family: '生年', given: '未詳', familyKana: 'いくとし', givenKana: 'みしょう' },
  overseas: { family: '', given: 'SAMPLE Maria', familyKana: '', givenKana: 'サンプル　マリア' },
};

const birthDates: Readonly<Record<CaseName, Day>> = {
  noMail: '1968-05-12',
  sameMail: '1963-04-01',
  otherMail: '1971-10-30',
  sharedMail: '1958-01-07',
  sharedMailOther: '1960-12-25',
  roleMail: '1966-08-15',
  variantKanji: '1974-03-03',
  leapDay: '1964-02-29',
  monthEnd: '1970-12-31',
  inWindowComplete: '1965-06-21',
  inWindowNoCourse: '1969-09-09',
  inWindowShort: '1989-01-07',
  lastDay: '1962-11-03',
  lapsed: '1955-07-19',
  deceased: '1949-02-14',
  noBirthDate: '',
  overseas: '1981-04-30',
};

/** The last 29 February on or before a day. */
function lastLeapDay(today: Day): Day {
  for (let year = partsOf(today).year; ; year--) {
    const day = endOfMonth(dayOf(year, 2, 1));
    if (partsOf(day).day === 29 && day <= today) return day;
  }
}

/** A 31 August whose window of six months (from 28 or 29 February) has not opened yet. */
function comingAugustEnd(today: Day): Day {
  const { year } = partsOf(today);
  const august = dayOf(year, 8, 31);
  return addMonths(august, -6) > today ? august : dayOf(year + 1, 8, 31);
}

/** The latest exam round a named person can come from; all of them were certified before renewal began. */
const latestRound = 12;

/** What is special of a case, laid over an ordinary person of the same number. */
function specialOf(name: CaseName, ordinary: Person, calendar: Calendar): Partial<Person> {
  const round = Math.min(ordinary.validity.round, latestRound);
  const certified = certifiedOn(round);
  const running = (validUntil: Day): Partial<Person> => ({
    validity: { round, certified, validUntil, renewed: true },
    condition: '有効',
    magazine: '○',
  });
  const own = `${name.toLowerCase()}@example.jp`;
  const far = running(endOfMonth(addMonths(calendar.earlierEnd, 12 * periodYears)));
  const inWindow = { ...running(calendar.commonEnd), mail: own };
  switch (name) {
    case 'noMail':
      return { ...far, mail: '' };
    case 'sameMail':
      return { ...far, mail: own, remark: '電話が長い方' };
    case 'otherMail':
      return { ...far, mail: 'othermail@keitai.example.jp' };
    case 'sharedMail':
    case 'sharedMailOther':
      return { ...far, mail: 'kamei-fufu@example.com' };
    case 'roleMail':
      return { ...far, mail: 'info@madoguchi.example.jp', sendTo: '自宅' };
    case 'variantKanji':
    case 'noBirthDate':
      return { ...far, mail: own };
    case 'leapDay': {
      const special = lastLeapDay(calendar.today);
      const validity = { round, certified: special, validUntil: periodEnd(special), renewed: true };
      return { ...far, mail: own, validity, remark: '特別認定' };
    }
    case 'monthEnd':
      return { ...running(comingAugustEnd(calendar.today)), mail: own, remark: '期限は理事会決定による' };
    case 'inWindowComplete':
    case 'inWindowNoCourse':
    case 'inWindowShort':
      return inWindow;
    case 'lastDay':
      return { ...running(calendar.today), mail: own };
    case 'lapsed':
      return { ...running(calendar.earlierEnd), mail: own, condition: '失効', remark: '更新の手続きなし' };
    case 'deceased':
      return { ...far, mail: own, condition: '死亡', remark: 'ご家族より電話あり' };
    case 'overseas':
      return {
        ...far,
        mail: own,
        home: { postalCode: '', street: '100 Example Street, Sampletown, EXAMPLELAND', building: '' },
        phone: '+00-000-0000-0000',
        mobile: '',
        workplace: null,
        department: '',
        sendTo: '自宅',
        remark: '海外在住（帰国未定）',
      };
  }
}

/** Places in the register where the named people stand: every seventh from the twelfth on, closer in a short register. */
export function placeOfCase(index: number, registrants: number): number {
  const step = Math.min(7, Math.floor(registrants / caseNames.length));
  const first = Math.min(11, registrants - 1 - step * (caseNames.length - 1));
  return first + index * step;
}

/** The person of a case, made out of the ordinary person in its place. */
export function personOfCase(name: CaseName, ordinary: Person, calendar: Calendar): Person {
  return {
    ...ordinary,
    name: names[name],
    birthDate: birthDates[name],
    condition: '有効',
    remark: '',
    ...specialOf(name, ordinary, calendar),
  };
}

const addressesToType: Partial<Record<CaseName, string>> = {
  noMail: 'hanako.mihon@example.com',
  otherMail: 'othermail.new@example.com',
};

/** The case as the control API tells it. */
export function caseOf(name: CaseName, person: Person): Case {
  return {
    number: person.number,
    name: fullName(person.name),
    birthDate: person.birthDate,
    mail: person.mail,
    mailToType: addressesToType[name] ?? person.mail,
  };
}
