import { officeDay } from '../support/office-day';
import { startTestWorkspace } from '../support/workspace';
import { measure, operations } from './operations';
import { renewalBench } from './renewal-operations';
const workspace = await startTestWorkspace();
const day = officeDay(workspace.control);
const names = process.env.ONLY ?? '';
for (const operation of [
  ...renewalBench,
  ...operations.filter(({ name }) => /ホーム|view|nightly|夜|morning|daily|points|ポイント/.test(name)),
]) {
  if (!operation.name.includes(names)) continue;
  try {
    const run = await measure(day, operation, 150);
    console.log(
      operation.name,
      run.contacts,
      '≤',
      operation.budget,
      run.cellsRead,
      run.outcome,
      JSON.stringify(run.contactClasses),
    );
  } catch (error) {
    console.log(operation.name, String(error));
  }
}
await workspace.close();
