import type { MypageView } from '../../../contract/mypage';
import { HOSTS, type PointForm } from '../../../domain/fields/point-application';
import { ChoiceField } from '../../../ui/choice-field';
import { DateParts } from '../../../ui/date-parts';
import { problemOf } from '../../../ui/error-summary';
import { Notice } from '../../../ui/notice';
import { TextField } from '../../../ui/text-field';
import { FormEnd } from '../parts/form-end';
import { PageForm } from '../parts/page-form';
import { mend, mended, type Failure } from '../parts/use-form';
import {
  asksEvidence,
  checkDraft,
  choiceOf,
  isOfOthers,
  LABELS,
  problemsOf,
  roleOf,
  type PointDraft,
  type PointField,
} from './points-draft';
import { EventList } from './points-events';
import { EvidenceField } from './points-evidence';
import { worthText } from './points-words';

interface PointsFormProps {
  view: MypageView;
  draft: PointDraft;
  onChange: (part: Partial<PointDraft>) => void;
  failure: Failure | undefined;
  onFailure: (failure: Failure | undefined) => void;
  onChecked: () => void;
  onCancel: () => void;
}

/** The application as fields, five of them unless 立場, days or hours must be told; nothing is sent from here. */
export function PointsForm(props: PointsFormProps) {
  const { draft, onChange, failure, onFailure, onChecked, onCancel } = props;
  const { points } = props.view;
  const { form } = draft;
  const problems = failure?.problems ?? [];
  const { codes } = checkDraft(points, draft);
  const choice = choiceOf(points, form.category);
  const before = points.records.find(({ receipt }) => receipt === draft.receipt);
  const stop = isOfOthers(points, form);
  const check = () => {
    const wrong = problemsOf(draft, codes);
    onFailure(wrong.length > 0 ? mend(wrong) : undefined);
    if (wrong.length === 0) onChecked();
  };
  /** What was wrong with a choice is no longer said once one is made. */
  const forget = (...fields: string[]) => onFailure(mended(failure, fields));
  const type = (part: Partial<PointForm>) => onChange({ form: { ...form, ...part } });
  // What is no longer that 行事 does not go by its code.
  const retype = (part: Partial<PointForm>) =>
    onChange({ form: { ...form, ...part, eventCode: '' }, eventPoints: null });

  const field = (name: PointField) => ({
    id: `point-${name}`,
    label: LABELS[name],
    error: problemOf(problems, `point-${name}`),
  });
  const choose = (
    name: 'category' | 'host' | 'role',
    choices: readonly string[],
    onInput: (value: string) => void,
    support?: string,
  ) => (
    <ChoiceField
      {...field(name)}
      support={support}
      value={form[name]}
      choices={choices.map((value) => ({ value, name: value }))}
      onInput={(value) => {
        onInput(value);
        forget(`point-${name}`);
      }}
    />
  );
  const day = (name: 'attendedOn' | 'endedOn') => (
    <DateParts {...field(name)} plain value={draft[name]} onInput={(value) => onChange({ [name]: value })} />
  );

  return (
    <div class="view">
      <h1 tabIndex={-1}>{before ? '修正して再申請' : '講習・ポイントの承認を申請する'}</h1>
      {before && (
        <Notice kind="warning" title="直していただきたい点">
          <p>
            受付番号 <span class="nowrap">{before.receipt}</span>
          </p>
          <p>{before.reason}</p>
          <p>補正期限：{before.fixBy}</p>
        </Notice>
      )}
      <PageForm narrow failure={failure} onSubmit={check}>
        {choose(
          'category',
          points.categories.map(({ category }) => category),
          (category) => retype({ category, role: roleOf(points, category, form.role) }),
          choice?.help,
        )}
        <div class="stack">
          {choose('host', HOSTS, (host) => retype({ host }))}
          <div role="status">
            {stop && (
              <Notice
                kind="warning"
                title={`当協会が開催する${choice?.course ? '講習' : 'もの'}だけが対象です。`}
              >
                {choice?.course && (
                  <>
                    <p>今後の日程：{points.courses.length === 0 && '事務局へお問い合わせください。'}</p>
                    <EventList events={points.courses} />
                  </>
                )}
              </Notice>
            )}
          </div>
        </div>
        {!stop && (
          <>
            {choice && choice.roles.length > 0 && choose('role', choice.roles, (role) => type({ role }))}
            <TextField {...field('title')} value={form.title} onInput={(title) => retype({ title })} />
            {day('attendedOn')}
            <div class="field">
              <label class="tick">
                <input
                  type="checkbox"
                  checked={draft.longer}
                  onChange={() => onChange({ longer: !draft.longer })}
                />
                2日以上のとき
              </label>
            </div>
            {draft.longer && day('endedOn')}
            {choice?.byHours && (
              <TextField
                {...field('hours')}
                support="例：3 や 1.5"
                value={form.hours}
                onInput={(hours) => type({ hours })}
              />
            )}
            {asksEvidence(points, draft) && (
              <EvidenceField
                points={points}
                draft={draft}
                problems={problems}
                onChange={(part) => {
                  onChange(part);
                  forget('point-evidence', 'point-files');
                }}
              />
            )}
            <p role="status">{choice && `ポイント：${worthText(choice, form.role, draft.eventPoints)}`}</p>
          </>
        )}
        <FormEnd checks={!stop} cancel="申請をやめる" onCancel={onCancel} />
      </PageForm>
    </div>
  );
}
