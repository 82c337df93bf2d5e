/** 証明書類 of an application: what its cells say, and the files kept before the lock. */
import { DomainError } from '../../domain/errors';
import { evidenceOf } from '../evidence/evidence';
import type { Installation } from '../installation/installation';

/** How the person sends 証明書類. */
export type EvidenceArgs = { kind: 'files'; files: string[] } | { kind: 'later' | 'none' | 'kept' };

/** Links to the files that were kept, one a file. */
export type KeptEvidence = readonly string[];

/** The files sent before under their keys. DomainError `INVALID` (evidence MISSING). */
export function keepEvidence(
  evidence: EvidenceArgs,
  installation: Installation,
  number: string,
): KeptEvidence {
  if (evidence.kind !== 'files') return [];
  return evidenceOf(installation, number, evidence.files).map(({ link }) => link);
}

/** 証明書類 and its 状態; `asked`: the 区分 asks for some. DomainError `INVALID` (evidence REQUIRED). */
export function evidenceCells(
  { kind }: EvidenceArgs,
  kept: KeptEvidence,
  asked: boolean,
  before: { evidence: string; evidenceState: string },
): { evidence: string; evidenceState: string } {
  if (kind === 'files') {
    const links = [before.evidence, ...kept].filter((link) => link !== '');
    return { evidence: links.join('\n'), evidenceState: '添付' };
  }
  if (kind === 'kept' && before.evidenceState !== '') return before;
  if (kind === 'later') return { ...before, evidenceState: '郵送待ち' };
  if (asked) throw new DomainError('INVALID', { evidence: 'REQUIRED' });
  return { ...before, evidenceState: '不要' };
}
