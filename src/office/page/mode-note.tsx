import type { OperatingMode } from '../../contract/office';
import { sayMode } from './decision-words';

/** Where a mail really goes, while that is not to the registrant. */
export function ModeNote({ mode }: { mode: OperatingMode | undefined }) {
  const text = sayMode(mode);
  return text ? <p class="mode-note">{text}</p> : null;
}
