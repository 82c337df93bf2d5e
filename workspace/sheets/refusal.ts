/** Refusals a script meets only when its writes are applied: at the next read, at flush, or at its end. */
import { PlatformError } from '../engine/platform-error';

/** A protected cell or a strict validation stands in the way. */
export class LateRefusal extends PlatformError {}
