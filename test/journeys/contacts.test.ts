/** Contacts of every operation against quality.md's table, at the size of the sample and at ten times as many people. */
import { measure, operations } from '../bench/operations';
import { officeDay, type OfficeDay } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

// Registers of 3,000 people take their time to be made.
jest.setTimeout(240_000);

let workspace: TestWorkspace;
let day: OfficeDay;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
afterAll(() => workspace.close());

it.each(operations.map((operation) => [operation.name, operation] as const))(
  '%s stays within the budget, the same at 300 and at 3,000 people',
  async (_, operation) => {
    const small = await measure(day, operation, 300);
    const large = await measure(day, operation, 3000);
    expect(small.contacts).toBeLessThanOrEqual(operation.budget);
    expect(large.contacts).toBe(small.contacts);
    const cells = operation.cells ?? (() => 2000);
    expect(small.cellsRead).toBeLessThanOrEqual(cells(300));
    expect(large.cellsRead).toBeLessThanOrEqual(cells(3000));
  },
);
