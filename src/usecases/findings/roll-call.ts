/** Who of the people known is in 台帳: numbers that stand twice, people without a row, and whose content stands elsewhere. */
import { numberKey } from '../../domain/fields/number';
import { isSamePerson, type Identity } from '../../domain/same-person';
import type { Finding } from '../../domain/finding';
import { readNumbers, type Numbers } from '../../sheets/numbers';
import { readForDecision } from '../../sheets/read';
import { ledger, summaries } from '../../sheets/schema/index';
import { readLastSeen, type LastSeen } from '../../sheets/summary';
import { identityOf } from '../ledger/identity';

/** People without a row whose 控え is compared with rows nobody owns. */
const MOST_COMPARED = 30;
/** Numbers of several rows, and people without one, that are told of; the others are counted when these are mended. */
const MOST_TOLD = 60;

export interface RollCall {
  numbers: Numbers;
  /** Whether a number looks like one that is known: only zeros in front, width or hyphens tell them apart. */
  isAlike: (number: string) => boolean;
  /** Everybody without a row: number → row of `_要約`. */
  lost: ReadonlyMap<string, number>;
  /** Of them, with what they were known by; the first. */
  gone: { number: string; identity: Identity }[];
  findings: Finding[];
}

/** Two or three API reads, none of a whole row of 台帳. DomainError `HEADERS_BROKEN`. */
export function callRoll(): RollCall {
  const numbers = readNumbers();
  const twice = [...numbers.rows].filter(([, rows]) => rows.length > 1).slice(0, MOST_TOLD);
  const lost = [...numbers.summaryRows].filter(([number]) => !numbers.rows.has(number));
  const gone = lost.slice(0, MOST_TOLD);
  const keys = new Set([...numbers.summaryRows.keys()].map(numberKey));
  return {
    numbers,
    isAlike: (number) => keys.has(numberKey(number)),
    lost: new Map(lost),
    gone: identities(gone.slice(0, MOST_COMPARED)),
    findings: [
      ...twice.map(([number, rows]) => rowFinding('twice', number, rows[0] ?? 0)),
      ...gone.map(([number]) => rowFinding('gone', number, 0)),
    ],
  };
}

function identities(gone: readonly (readonly [number: string, summaryRow: number])[]): RollCall['gone'] {
  if (gone.length === 0) return [];
  const found = readForDecision([{ tab: summaries, rows: gone.map(([, row]) => row) }]);
  return gone.map(([number, row]) => ({
    number,
    identity: identityOf(readLastSeen(found.row(summaries, row).values.lastSeen)),
  }));
}

/** The person without a row whose content this is. */
export function ownerWithoutRow(roll: RollCall, cells: LastSeen): string | undefined {
  const identity = identityOf(cells);
  return roll.gone.find((one) => isSamePerson(one.identity, identity))?.number;
}

/** A finding about a row of 台帳. */
export function rowFinding(kind: Finding['kind'], key: string, row: number, item = ''): Finding {
  return { kind, tab: ledger.title, key, item, row };
}
