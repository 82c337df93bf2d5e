import type { EvidenceArgs, PointsView } from '../../../contract/mypage-points';
import { ChoiceField } from '../../../ui/choice-field';
import { problemOf, type Problem } from '../../../ui/error-summary';
import { FileField, type ChosenFile } from '../../../ui/file-field';
import { base64Of } from '../../../ui/photo-reduce';
import { ask, type Refusal } from '../server';
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

/** 証明書類 as the application names them: files by the keys they are sent under. */
export function evidenceOf(points: PointsView, draft: PointDraft): EvidenceArgs {
  const { evidence, files } = draft;
  if (!asksEvidence(points, draft) || evidence === '') return { kind: 'none' };
  return evidence === 'files' ? { kind: evidence, files: files.map(({ key }) => key) } : { kind: evidence };
}

/**
 * Sends the files ahead, one after another, each under its own key; those in `arrived` are there already. Answers the
 * refusal of the first that is not taken.
 */
export async function sendFiles(
  files: readonly ChosenFile[],
  arrived: Set<string>,
  token: string,
): Promise<Refusal | undefined> {
  for (const { key, blob } of files.filter((file) => !arrived.has(file.key))) {
    const data = await readable(blob);
    if (data === undefined) return { ok: false, code: 'INVALID', fields: { evidence: 'DAMAGED' } };
    const reply = await ask('sendEvidence', { data }, { token, key });
    if (!reply.ok) return reply;
    arrived.add(key);
  }
  return undefined;
}

async function readable(blob: Blob): Promise<string | undefined> {
  try {
    return await base64Of(blob);
  } catch (error) {
    // A PDF that was moved or deleted after it was chosen.
    console.error(error);
    return undefined;
  }
}
