/**
 * `npm run bench`: contacts, cells and estimated milliseconds of every operation at two sizes, against the budgets; with
 * `-- WORD` of those whose name has it.
 */
import { officeDay } from '../support/office-day';
import { startTestWorkspace } from '../support/workspace';
import { bundleTable } from './bundles';
import { estimate } from './latency';
import { measure, operations, prepare } from './operations';

const SIZES = [300, 3000] as const;
/** Cells an interactive operation may read (quality.md). */
const CELLS = 2000;

const words = process.argv.slice(2);
const asked = operations.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
if (asked.length === 0) throw new Error(`No operation is called ${words.join(' or ')}.`);
const workspace = await startTestWorkspace();
let over = 0;
try {
  const day = officeDay(workspace.control);
  const table = [];
  const measured = [];
  for (const registrants of SIZES) {
    await prepare(day, registrants);
    for (const operation of asked) measured.push(await measure(day, operation));
  }
  for (const [at, operation] of asked.entries()) {
    const [small, large] = [measured[at], measured[at + asked.length]];
    if (!small || !large) throw new Error(`${operation.name} was not measured at both sizes.`);
    const { low, likely, high } = estimate(small.contactClasses);
    const cells = operation.cells ?? (() => CELLS);
    const fits =
      small.contacts <= operation.budget &&
      small.contacts === large.contacts &&
      small.cellsRead <= cells(SIZES[0]) &&
      large.cellsRead <= cells(SIZES[1]);
    if (!fits) over += 1;
    table.push({
      operation: operation.name,
      'contacts ≤': operation.budget,
      'at 300': small.contacts,
      'at 3,000': large.contacts,
      'cells read': `${String(small.cellsRead)} / ${String(large.cellsRead)}`,
      'est. ms': `${String(Math.round(likely))} [${String(Math.round(low))}, ${String(Math.round(high))}]`,
      verdict: fits ? 'ok' : 'OVER',
    });
  }
  console.table(table);
  console.table(bundleTable());
} finally {
  await workspace.close();
}
console.log(over === 0 ? 'All within budget.' : `${String(over)} over budget.`);
process.exitCode = over === 0 ? 0 : 1;
