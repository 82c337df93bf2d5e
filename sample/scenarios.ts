/** The scenarios a Workspace can be started or reset with. */
import type { ControlClient, SampleInfo } from '../workspace/control/client';
import type { ScenarioOptions } from '../workspace/control/scenarios';
import { bringInPoints } from './first-points';
import { playAssociation, playNothing } from './play';
import { prepare } from './prepare';

/** The association before us, then (unless `setUp` is false) 初期設定, 本番, and the points on file. */
async function sample(control: ControlClient, options: ScenarioOptions): Promise<SampleInfo> {
  const { formUrl, association, ...info } = await playAssociation(control, options);
  if (options.setUp === false) return info;
  await prepare(control, { formUrl }, control.url);
  await bringInPoints(control, association);
  return info;
}

/** Each plays itself into the Workspace behind `control`. */
export const scenarios = { sample, empty: playNothing };
