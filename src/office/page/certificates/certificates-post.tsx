import { useState } from 'preact/hooks';
import type { CertificateCase } from '../../../contract/office-certificates';
import { parseDay, writeDay } from '../../../domain/fields/date';
import { trackingText } from '../../../domain/fields/tracking';
import { problemOf, type Problem } from '../../../ui/error-summary';
import { TextArea } from '../../../ui/text-area';
import { TextField } from '../../../ui/text-field';
import { EntryReport } from '../parts/entry-report';
import { Remark } from '../parts/remark';
import { StepForm } from '../parts/step-form';
import { usePress } from '../parts/use-press';
import { leftOut } from './left-out';

interface PostProps {
  cases: readonly CertificateCase[];
  today: string;
  onClose: () => void;
  onPosted: (sentence: string) => void;
}

/** 発送日とお問い合わせ番号をまとめて入れる: a column pasted beside the list, a line a 証書 in its order. */
export function CertificatesPost({ cases, today, onClose, onPosted }: PostProps) {
  const [day, setDay] = useState(today);
  const [postedBy, setPostedBy] = useState('簡易書留');
  const [pasted, setPasted] = useState('');
  const [wrong, setWrong] = useState<Problem[]>([]);
  const { busy, attempt, press } = usePress();
  const postedOn = parseDay(day);
  const numbers = pasted.replace(/\s+$/, '').split('\n').map(trackingText);
  const filled = pasted.trim() === '' ? [] : numbers;
  const moved = cases.filter(({ addressChanged }) => addressChanged).map(({ name }) => name);
  const submit = () => {
    const problems = [
      ...(postedOn === undefined ? [{ id: 'post-day', text: '「発送日」をお確かめください。' }] : []),
      ...(postedBy.trim() === '' ? [{ id: 'post-by', text: '「発送方法」を入力してください。' }] : []),
      ...(filled.length > 0 && filled.length !== cases.length
        ? [
            {
              id: 'post-numbers',
              text: `「お問い合わせ番号」が${String(filled.length)}行あります。一覧と同じ${String(cases.length)}行にしてください。`,
            },
          ]
        : []),
    ];
    setWrong(problems);
    if (problems.length > 0 || postedOn === undefined) return;
    const lines = cases.map(({ certificate }, at) => ({ certificate, tracking: filled[at] ?? '' }));
    press('postCertificates', { postedOn, postedBy: postedBy.trim(), lines }, (value) =>
      onPosted(
        `${String(value.posted)}件を「発送済」にしました。${
          value.notices > 0
            ? `お知らせのメール${String(value.notices)}通は、${value.leavesAt}以後に送られます。`
            : ''
        }${leftOut(value)}`,
      ),
    );
  };
  return (
    <section class="case" aria-label="発送の記録">
      <h3>発送の記録</h3>
      <EntryReport attempt={attempt} wrong={wrong} />
      {moved.length > 0 && (
        <Remark text={`宛名ラベル作成後に住所が変わった方がいます：${moved.join('、')}`} />
      )}
      <StepForm
        press={`${String(cases.length)}件を発送済にする`}
        busy={busy}
        onPress={submit}
        onStop={onClose}
      >
        <TextField
          id="post-day"
          label="発送日"
          support={postedOn === undefined ? '例：2027/4/10' : writeDay(postedOn)}
          value={day}
          onInput={setDay}
          error={problemOf(wrong, 'post-day')}
        />
        <TextField
          id="post-by"
          label="発送方法"
          value={postedBy}
          maxLength={50}
          onInput={setPostedBy}
          error={problemOf(wrong, 'post-by')}
        />
        <TextArea
          id="post-numbers"
          label="お問い合わせ番号（1行に1件、下の順に）"
          optional
          value={pasted}
          maxLength={20000}
          onInput={setPasted}
          error={problemOf(wrong, 'post-numbers')}
        />
        <ol class="samples">
          {cases.map(({ certificate, name }, at) => (
            <li key={certificate}>
              {certificate} {name} <strong>{filled[at] ?? ''}</strong>
            </li>
          ))}
        </ol>
      </StepForm>
    </section>
  );
}
