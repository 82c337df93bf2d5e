/** An application of points as it is typed, and how it is checked. */
import type { OfferedActivity, PointLine, PointsView } from '../../../contract/mypage-points';
import { checkPointForm, HOSTS, type PointForm } from '../../../domain/fields/point-application';
import { dayOfParts, NO_DAY, type DayParts } from '../../../ui/date-parts';
import type { Problem } from '../../../ui/error-summary';
import type { ChosenFile } from '../../../ui/file-field';
import { sayField } from '../words';

export interface PointDraft {
  /** 差戻し that is sent again, else `''`. */
  receipt: string;
  /** All but the days. */
  form: PointForm;
  attendedOn: DayParts;
  endedOn: DayParts;
  /** 2日以上: only then 終了日 is asked for. */
  longer: boolean;
  /** How 証明書類 come; `kept`: as they were sent with the 差戻し. */
  evidence: '' | 'files' | 'later' | 'kept';
  files: readonly ChosenFile[];
  /** 証明書類 were sent, or announced, before. */
  sent: boolean;
  /** ポイント of the 行事 itself. */
  eventPoints: number | null;
}

/** The fields by name, in the order of the form. */
export const LABELS = {
  category: '活動の種類',
  host: '主催',
  role: '立場',
  title: 'セミナー・講習などの名称',
  attendedOn: '受講日・参加日',
  endedOn: '終了日',
  hours: '時間数',
  evidence: '証明書類',
} as const;
export type PointField = keyof typeof LABELS;
/** Those that are chosen, not typed. */
const CHOSEN: readonly string[] = ['category', 'host', 'role', 'evidence'];

const BLANK = {
  ...{ receipt: '', eventCode: '', category: '', title: '', host: '', hours: null },
  ...{ attendedOn: '', endedOn: '', points: null, evidenceState: '' },
};

/** A draft of an activity one was offered, or of what was sent before; of none, an empty one. */
export function draftOf(points: PointsView, known?: OfferedActivity | PointLine): PointDraft {
  const all = { ...BLANK, role: '', ...known };
  const role = roleOf(points, all.category, all.role);
  const { receipt, eventCode, category, title, host, hours, attendedOn, endedOn } = all;
  const sent = !/^(不要)?$/.test(all.evidenceState);
  const days = { attendedOn: partsOf(attendedOn, points), endedOn: partsOf(endedOn, points) };
  const form = { eventCode, category, role, title, host, hours: String(hours ?? '') };
  return {
    ...{ receipt, form: { ...form, attendedOn: '', endedOn: '' }, ...days, longer: endedOn !== '' },
    ...{ evidence: sent ? 'kept' : '', files: [], sent, eventPoints: eventCode === '' ? null : all.points },
  };
}

/** The 立場 where there is one to choose; most people simply came. */
export function roleOf(points: PointsView, category: string, role: string): string {
  const roles = choiceOf(points, category)?.roles ?? [];
  return [role, '参加'].find((each) => roles.includes(each)) ?? '';
}

/** The 区分 of that name. */
export function choiceOf({ categories }: PointsView, category: string) {
  return categories.find((each) => each.category === category);
}

/** Whether 証明書類 are asked for: not of what the association itself held. */
export function asksEvidence(points: PointsView, { form: { category, host } }: PointDraft): boolean {
  return host !== HOSTS[0] && choiceOf(points, category)?.evidence !== '';
}

/** Held by another body, where only what the association itself holds counts. */
export function isOfOthers(points: PointsView, { category, host }: { category: string; host: string }) {
  return host !== HOSTS[0] && host !== '' && choiceOf(points, category)?.oursOnly === true;
}

/** Checks the draft as the server will; codes by field. */
export function checkDraft(points: PointsView, draft: PointDraft) {
  const { categories: choices, today, from: start, to: end } = points;
  const { longer, evidence, files } = draft;
  const endedOn = longer ? dayText(draft.endedOn) : '';
  const form = { ...draft.form, attendedOn: dayText(draft.attendedOn), endedOn };
  const checked = checkPointForm(form, { choices, today, start, end });
  const codes: Partial<Record<string, string>> = Object.fromEntries(checked.problems);
  if (longer && endedOn === '') codes.endedOn = 'REQUIRED';
  if (asksEvidence(points, draft) && (evidence === '' || (evidence === 'files' && files.length === 0)))
    codes.evidence = 'REQUIRED';
  return { form: checked.values, codes, complete: Object.keys(codes).length === 0 };
}

/** Codes as problems of the form, in the order of its fields. */
export function problemsOf({ evidence }: PointDraft, codes: Partial<Record<string, string>>): Problem[] {
  return Object.entries(LABELS).flatMap(([field, label]) => {
    const code = codes[field];
    if (code === undefined) return [];
    const choose = code === 'REQUIRED' && CHOSEN.includes(field);
    const id = field === 'evidence' && evidence === 'files' ? 'files' : field;
    const asked = id === 'files' ? 'NO_FILE' : 'NOT_A_CHOICE';
    return [{ id: `point-${id}`, text: sayField(choose ? asked : code, label) }];
  });
}

/** A day in its boxes; without one 年 is this year, which is mostly right. */
function partsOf(iso: string, { today }: PointsView): DayParts {
  const parts = (iso || today.slice(0, 4)).split('-').map((part) => part.replace(/^0/, ''));
  const [year = '', month = '', day = ''] = parts;
  return { ...NO_DAY, year, month, day };
}

/** `''` while only the year stands there, 0 for a day that does not exist: before every other. */
function dayText(parts: DayParts): string {
  return parts.month + parts.day === '' ? '' : (dayOfParts(parts) ?? '0');
}
