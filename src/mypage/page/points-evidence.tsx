import type { EvidenceArgs, PointsView } from '../../contract/mypage-points';
import { ChoiceField } from '../../ui/choice-field';
import { problemOf, type Problem } from '../../ui/error-summary';
import { FileField } from '../../ui/file-field';
import { base64Of } from '../../ui/photo-reduce';
import { asksEvidence, choiceOf, LABELS, type PointDraft } from './points-draft';

const WAYS = [
  { value: 'files', name: '写真・PDFを付ける' },
  { value: 'later', name: 'あとで郵送・FAXする' },
  { value: 'kept', name: '前に送ったものを使う' },
] as const;

interface EvidenceFieldProps {
  points: PointsView;
  draft: PointDraft;
  problems: readonly Problem[];
  onChange: (part: Partial<PointDraft>) => void;
}

/** 証明書類: photos or PDFs now, or by post later; of a 差戻し also what was sent before. */
export function EvidenceField({ points, draft, problems, onChange }: EvidenceFieldProps) {
  const { evidence, form, files, sent } = draft;
  return (
    <>
      <ChoiceField
        id="point-evidence"
        label={LABELS.evidence}
        support={choiceOf(points, form.category)?.evidence}
        value={evidence}
        choices={sent ? WAYS : WAYS.slice(0, 2)}
        onInput={(way) => onChange({ evidence: way as PointDraft['evidence'] })}
        error={problemOf(problems, 'point-evidence')}
      />
      {evidence === 'files' && (
        <FileField
          id="point-files"
          label="写真・PDF"
          files={files}
          onChange={(next) => onChange({ files: next })}
          error={problemOf(problems, 'point-files')}
        />
      )}
    </>
  );
}

/** 証明書類 in words, for 確認画面. */
export function evidenceText(points: PointsView, draft: PointDraft): string {
  if (!asksEvidence(points, draft)) return 'いりません';
  const { evidence, files } = draft;
  const name = WAYS.find(({ value }) => value === evidence)?.name ?? '';
  return evidence === 'files' ? `${name}（${String(files.length)}つ）` : name;
}

/** 証明書類 as they are sent; undefined if a file cannot be read any more. */
export async function evidenceOf(points: PointsView, draft: PointDraft): Promise<EvidenceArgs | undefined> {
  const { evidence, files } = draft;
  if (!asksEvidence(points, draft) || evidence === '') return { kind: 'none' };
  if (evidence !== 'files') return { kind: evidence };
  try {
    return { kind: 'files', files: await Promise.all(files.map(({ blob }) => base64Of(blob))) };
  } catch (error) {
    // A PDF that was moved or deleted after it was chosen.
    console.error(error);
    return undefined;
  }
}
