import { officeDay } from '../support/office-day';
import { startTestWorkspace } from '../support/workspace';
import { operations } from './operations';
const workspace = await startTestWorkspace();
const day = officeDay(workspace.control);
await day.control.post('/api/reset', { scenario: 'sample', registrants: 150, now: '2026-11-22T09:00:00+09:00' });
for (let i = 0; i < 4; i += 1) {
const triggers = await day.control.get<{ handler: string; next: string | null }[]>('/api/triggers');
const at = Date.parse(triggers.find(({ handler }) => handler === 'runDaily')?.next ?? '');
await day.control.post('/api/clock', { now: new Date(at - 5 * 60_000).toISOString() });
await day.mypage('status', {});
await day.advance('PT6M');
const run = (await day.executions()).filter((e) => e.function === 'runDaily').pop();
console.log(run?.contacts, JSON.stringify(run?.contactClasses));
}
await workspace.close();
