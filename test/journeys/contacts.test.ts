/** Contacts of every operation against quality.md's table, at the size of the sample and at ten times as many people. */
import { measure, operations, prepare } from '../bench/operations';
import { officeDay, type OfficeDay } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

const SIZES = [300, 3000];
let workspaces: TestWorkspace[];
let days: OfficeDay[];

// One register a size, made once and put back for each operation.
beforeAll(async () => {
  workspaces = await Promise.all(SIZES.map(() => startTestWorkspace()));
  days = workspaces.map(({ control }) => officeDay(control));
  await Promise.all(days.map((day, at) => prepare(day, SIZES[at] ?? 0)));
});
afterAll(() => Promise.all(workspaces.map((workspace) => workspace.close())));

it.each(operations.map((operation) => [operation.name, operation] as const))(
  '%s stays within the budget, the same at 300 and at 3,000 people',
  async (_, operation) => {
    const [small, large] = await Promise.all(days.map((day) => measure(day, operation)));
    if (!small || !large) throw new Error('Not measured at both sizes.');
    expect(small.contacts).toBeLessThanOrEqual(operation.budget);
    expect(large.contacts).toBe(small.contacts);
    const cells = operation.cells ?? (() => 2000);
    expect(small.cellsRead).toBeLessThanOrEqual(cells(300));
    expect(large.cellsRead).toBeLessThanOrEqual(cells(3000));
  },
);
