/** A Workspace of its own for the journeys of ポイント, with what they do over and over. */
import { officeDay, type OfficeDay } from './office-day';
import { pointsDay, type PointsDay } from './points-day';
import { startTestWorkspace, type TestWorkspace } from './workspace';

export interface PointsWorkspace {
  workspace: TestWorkspace;
  day: OfficeDay;
  office: PointsDay;
}

/** Starts it with sixty registrants; whoever starts it closes `workspace`. */
export async function startPointsWorkspace(): Promise<PointsWorkspace> {
  const workspace = await startTestWorkspace({ registrants: 60 });
  const day = officeDay(workspace.control);
  return { workspace, day, office: pointsDay(day) };
}
