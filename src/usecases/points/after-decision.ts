/** The ground of the next decision of one commit: what is decided together is judged in order, as one by one. */
import { rewrittenRow } from '../../sheets/row';
import { updatePersonRow } from '../summary/person-rows';
import type { PointWrite } from './judge-point';
import type { PointGround } from './point-ground';

/** The records and 要約 of the person as the decision leaves them; the rows that are written stay as they were read. */
export function afterDecision(ground: PointGround, write: PointWrite | undefined): PointGround {
  const number = write?.row.values.number ?? '';
  const person = ground.people.get(number);
  if (!write || !person) return ground;
  const { row, set } = write;
  const { summary } = updatePersonRow(person.summary, row, set);
  const records = (ground.records.get(number) ?? []).map((other) =>
    other.values.receipt === row.values.receipt ? rewrittenRow(row, set) : other,
  );
  return {
    ...ground,
    people: new Map([...ground.people, [number, { ...person, summary }]]),
    records: new Map([...ground.records, [number, records]]),
  };
}
