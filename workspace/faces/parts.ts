/** What the faces are put on: everything of one Workspace, and its control API. */
import type { Control } from '../control/control';
import type { World } from '../control/world';

/** The parts of the Workspace the faces show. */
export interface FacesParts {
  world: Pick<
    World,
    'workspace' | 'files' | 'holder' | 'ui' | 'firing' | 'driver' | 'run' | 'pass' | 'mayEdit'
  >;
  /** Answers everything below `/api/`. */
  control: Pick<Control, 'handle'>;
  /** Folder of the bundled client scripts. */
  clientFolder: string;
  /** Delays answers of google.script.run by a random time between these, ms, so that they come out of order; default: none. */
  latency?: { least: number; most: number };
}
