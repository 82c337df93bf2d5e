import type { MypageView } from '../../../contract/mypage';
import { writeDay } from '../../../domain/fields/date';
import type { PointForm } from '../../../domain/fields/point-application';
import type { Description } from '../../../ui/description-list';
import { choiceOf, LABELS, type PointDraft } from './points-draft';
import { evidenceText } from './points-evidence';
import { worthText } from './points-words';

/** The application, written out for 確認画面 and 控え. */
export function applicationItems({ points }: MypageView, draft: PointDraft, form: PointForm): Description[] {
  const { category, role, title, host, attendedOn, endedOn, hours } = form;
  return [
    { name: LABELS.category, value: category + (role && `（${role}）`) },
    { name: LABELS.title, value: title },
    { name: LABELS.host, value: host },
    { name: LABELS.attendedOn, value: writeDay(attendedOn) + (endedOn && `から${writeDay(endedOn)}まで`) },
    ...(hours ? [{ name: LABELS.hours, value: `${hours}時間` }] : []),
    { name: LABELS.evidence, value: evidenceText(points, draft) },
    { name: 'ポイント', value: worthText(choiceOf(points, category), role, draft.eventPoints) },
  ];
}
