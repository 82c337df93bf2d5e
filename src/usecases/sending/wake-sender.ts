/** The flag that tells the minute job when it has something to do. */
import { writeProperties } from '../../platform/properties';
import { PROPERTY } from '../installation/installation';

/** The sending job looks at 通知 from this instant (epoch ms) on. */
export function wakeSender(at: number): void {
  writeProperties({ [PROPERTY.due]: String(at) });
}
