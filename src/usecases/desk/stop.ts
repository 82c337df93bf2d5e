/** 受付を止める: while it is on, My Page only says so. */
import { DomainError } from '../../domain/errors';
import { PROPERTY, type Installation } from '../installation/installation';

/** The sentence to show, or null when My Page is open. */
export function stopText(installation: Installation): string | null {
  const text = installation.properties[PROPERTY.stopped] ?? '';
  return text === '' ? null : text;
}

/** Refuses with DomainError `STOPPED` while 受付 is stopped. */
export function requireOpen(installation: Installation): void {
  if (stopText(installation) !== null) throw new DomainError('STOPPED', {});
}
