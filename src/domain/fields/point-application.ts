/** The form of a ポイント application, checked field by field; used by the page before 確認する and by the server again. */
import { isDay } from './date';
import { plainLine } from './text';
import { toPlain } from './width';

/** What is typed and chosen; `''` where nothing is. */
export interface PointForm {
  eventCode: string;
  category: string;
  role: string;
  title: string;
  host: string;
  /** `YYYY-MM-DD` */
  attendedOn: string;
  endedOn: string;
  hours: string;
}

/** A 区分 one can apply for. */
export interface PointChoice {
  category: string;
  /** 立場 to choose from; none: everybody came as 参加. */
  roles: string[];
  /** 必須 = 講習 */
  course: boolean;
  /** 数え方 = 1時間 */
  byHours: boolean;
  /** Only what the association itself held counts. */
  oursOnly: boolean;
}

export type PointCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'CONTROL_CHARACTERS'
  | 'NOT_A_CHOICE'
  | 'NOT_A_DATE'
  | 'FUTURE'
  | 'OUTSIDE_PERIOD'
  | 'BEFORE_START'
  | 'NOT_HOURS'
  | 'COURSE_OF_OTHERS'
  | 'OTHER_HOST';

/** By what a form is judged. */
export interface PointGround {
  choices: readonly PointChoice[];
  today: string;
  /** 資格有効期間 of the person; `''` where it is not known, then no day lies outside. */
  start: string;
  end: string;
}

export const HOSTS = ['当協会', 'ほかの団体'] as const;
const TITLE_LENGTH = 120;
const MOST_HOURS = 200;

/** The form as it would be stored, and what is wrong with it by field (product.md, J3; announcement: 当協会開催の講習). */
export function checkPointForm(
  form: PointForm,
  { choices, today, start, end }: PointGround,
): { values: PointForm; problems: Map<keyof PointForm, PointCode> } {
  const problems = new Map<keyof PointForm, PointCode>();
  const fail = (field: keyof PointForm, code: PointCode) => problems.has(field) || problems.set(field, code);
  const choice = choices.find(({ category }) => category === form.category);
  const title = plainLine(form.title);
  const hours = toPlain(form.hours).replace(/時間$/, '');
  if (!choice) fail('category', form.category === '' ? 'REQUIRED' : 'NOT_A_CHOICE');
  if (choice && choice.roles.length > 0 && !choice.roles.includes(form.role))
    fail('role', form.role === '' ? 'REQUIRED' : 'NOT_A_CHOICE');
  if (title === undefined) fail('title', 'CONTROL_CHARACTERS');
  else if (title === '') fail('title', 'REQUIRED');
  else if (title.length > TITLE_LENGTH) fail('title', 'TOO_LONG');
  if (!HOSTS.some((host) => host === form.host)) fail('host', form.host === '' ? 'REQUIRED' : 'NOT_A_CHOICE');
  else if (form.host !== HOSTS[0] && choice?.oursOnly)
    fail('host', choice.course ? 'COURSE_OF_OTHERS' : 'OTHER_HOST');
  if (form.attendedOn === '') fail('attendedOn', 'REQUIRED');
  else if (!isDay(form.attendedOn)) fail('attendedOn', 'NOT_A_DATE');
  else if (form.attendedOn > today) fail('attendedOn', 'FUTURE');
  if (form.endedOn !== '') {
    if (!isDay(form.endedOn)) fail('endedOn', 'NOT_A_DATE');
    else if (form.endedOn > today) fail('endedOn', 'FUTURE');
    else if (form.endedOn < form.attendedOn) fail('endedOn', 'BEFORE_START');
  }
  // An activity belongs to the period of its last day (product.md, Rules).
  const last = form.endedOn > form.attendedOn ? form.endedOn : form.attendedOn;
  if (end !== '' && (last > end || last < start)) fail('attendedOn', 'OUTSIDE_PERIOD');
  if (choice?.byHours && !isHours(hours)) fail('hours', hours === '' ? 'REQUIRED' : 'NOT_HOURS');
  return {
    values: {
      ...form,
      title: title ?? '',
      role: choice && choice.roles.length > 0 ? form.role : '',
      endedOn: form.endedOn === form.attendedOn ? '' : form.endedOn,
      hours: choice?.byHours ? hours : '',
    },
    problems,
  };
}

function isHours(text: string): boolean {
  return /^[0-9]{1,3}(?:\.[0-9]{1,2})?$/.test(text) && Number(text) > 0 && Number(text) <= MOST_HOURS;
}
