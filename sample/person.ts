/** One registrant as the office knows the person, before anybody's handwriting. */
import type { Calendar, Validity } from './cohorts';
import { validityOf } from './cohorts';
import type { Day } from './days';
import { addDays, dayOf, partsOf } from './days';
import type { Name } from './names';
import { pickName } from './names';
import type { Address, Workplace } from './places';
import { departments, pickAddress, pickMobile, pickPhone, workplaceOf } from './places';
import type { Random } from './random';
import { createRandom } from './random';

/** What the old ledger writes under 状況; blank is read as 有効. */
export type Condition = '' | '有効' | '休止' | '失効' | '辞退' | '死亡';

export interface Person {
  /** Five digits with leading zeros. */
  number: string;
  name: Name;
  /** `''` where the office never learnt it. */
  birthDate: Day;
  home: Address;
  phone: string;
  mobile: string;
  /** Address on file, `''` if none. */
  mail: string;
  workplace: Workplace | null;
  department: string;
  sendTo: '自宅' | '勤務先';
  magazine: '○' | '×' | '';
  validity: Validity;
  condition: Condition;
  remark: string;
}

const remarks = [
  '電話が長い方',
  '日中はお留守',
  '郵便物は勤務先へ',
  'メールが返ってくる',
  '書類は大きい字で',
  '名簿の住所は実家',
  'FAXは不可',
  '転職したとのこと（確認中）',
  'ご家族が電話に出ることがある',
] as const;

/** Somebody of working age or a little above. */
function pickBirthDate(calendar: Calendar, validity: Validity, random: Random): Day {
  const { year } = partsOf(calendar.today);
  const youngest = Math.min(year - 30, partsOf(validity.certified).year - 24);
  return addDays(dayOf(youngest - 40, 1, 1), random.integer(0, 40 * 365));
}

const mailDomains = [
  'example.jp',
  'example.com',
  'mail.example.jp',
  'example.net',
  'keitai.example.jp',
] as const;

/** The private address of this number, shared with nobody; carriers once allowed a dot before the @. */
function privateMail(number: string, random: Random): string {
  const domain = random.pick(mailDomains);
  const dot = domain === 'keitai.example.jp' && random.chance(0.3) ? '.' : '';
  return `toroku${number}${dot}@${domain}`;
}

function pickMail(number: string, workplace: Workplace | null, random: Random): string {
  const chance = random.next();
  if (chance < 0.35) return '';
  if (chance < 0.8 || workplace === null) return privateMail(number, random);
  return `shain${number}@${workplace.domain}`;
}

function pickCondition(validity: Validity, random: Random): Condition {
  if (!validity.renewed) return random.chance(0.8) ? '失効' : '';
  const chance = random.next();
  if (chance < 0.01) return '死亡';
  if (chance < 0.025) return '辞退';
  if (chance < 0.035) return '休止';
  return chance < 0.3 ? '' : '有効';
}

/** The person in this place of the register (from 0), of `registrants` in all. */
export function createPerson(place: number, registrants: number, calendar: Calendar): Person {
  const number = String(place + 1).padStart(5, '0');
  const random = createRandom(`person ${number}`);
  const round = 1 + Math.floor((place * calendar.lastRound) / registrants);
  const validity = validityOf(round, calendar, random);
  const firms = Math.max(1, Math.floor(registrants / 3));
  // Colleagues of one firm often sat the exam together, so that they stand together in the register.
  const drawn = random.integer(0, firms - 1);
  const firm = random.chance(0.3) ? Math.floor(place / 4) % firms : drawn;
  const workplace = random.chance(0.85) ? workplaceOf(firm, createRandom(`firm ${firm}`)) : null;
  const mobile = random.chance(0.7) ? pickMobile(random) : '';
  return {
    number,
    name: pickName(random),
    birthDate: pickBirthDate(calendar, validity, random),
    home: pickAddress(random),
    phone: mobile === '' || random.chance(0.7) ? pickPhone(random) : '',
    mobile,
    mail: pickMail(number, workplace, random),
    workplace,
    department: workplace === null ? '' : random.pick(departments),
    sendTo: workplace !== null && random.chance(0.35) ? '勤務先' : '自宅',
    magazine: random.pick(['○', '○', '○', '×', ''] as const),
    validity,
    condition: pickCondition(validity, random),
    remark: random.chance(0.15) ? random.pick(remarks) : '',
  };
}
