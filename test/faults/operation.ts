/** What an entry of the list of operations is. */
import type { Stage } from './stage';
import type { Line, State } from './state';

/** She is in My Page · her 更新 waits · her points, entered from paper, wait. */
export type Situation = 'insider' | 'renewal waits' | 'points wait';

/** One thing people or jobs do. `S`: what `arrange` leaves for the rest; plain data, as each case gets its own copy. */
export interface Operation<S = unknown> {
  readonly name: string;
  /** Tabs it writes: people edit them at the same moment, and pairs that share one are interleaved twice. */
  readonly tabs: readonly string[];
  /** Commits it takes undisturbed, those of jobs that run meanwhile too: the 60 writes a minute are shared by everybody. */
  readonly commits: number;
  /** Of the people of the sample, those whose rows it may change; the first is the one it is about. */
  readonly people: readonly string[];
  /** What `arrange` has made of that one: operations of one situation are also paired on one person. */
  readonly situation?: Situation;
  /** Somebody in that situation it can be about as well, though `arrange` does not need it. */
  readonly alsoOn?: Situation;
  /** Cells of 台帳 the operation has a person type, by number: until they are taken over they differ from 控え. null: she takes the row away. */
  typed?(arranged: S): ReadonlyMap<string, Line | null>;
  /** Its write changes whose row a row of 台帳 is: should it meet somebody else's, that one may be told of as gone. */
  readonly mayOust?: true;
  /** Headers of 台帳 it puts right: as `arrange` left it → as it is named. */
  readonly heads?: ReadonlyMap<string, string>;
  /** A person's hand is in it already: it is not tried with another. */
  readonly byHand?: true;
  /** It cannot be one of several: what it has a person do by hand would be done to the rows of the others too. */
  readonly single?: true;
  /** Everything that comes before. */
  arrange(stage: Stage): Promise<S>;
  /** Does it, with the retries of a page; true when 完了 was answered (what nobody waits for is always promised). */
  act(stage: Stage, arranged: S): Promise<boolean>;
  /** How long what it promised takes when that is longer than a session lasts; only then `missing` is asked. */
  readonly later?: string;
  /** How long it takes to be done after a person has put back a header that was broken meanwhile, if the next minutes do not do. */
  readonly onceMended?: string;
  /** What 完了 promised and does not hold; it may log in, so that it comes last. */
  missing(stage: Stage, arranged: S, state: State): Promise<string[]>;
}

/** Keeps the type of what `arrange` leaves between the parts of one entry. */
export const operation = <S>(entry: Operation<S>): Operation => entry;
