/** Refusals a script meets only when its writes are applied: at the next read, at flush, or at its end. */
import { ServiceError } from '../engine/service';

/** A protected cell or a strict validation stands in the way. */
export class LateRefusal extends ServiceError {}
