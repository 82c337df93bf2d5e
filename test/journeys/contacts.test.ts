/** Contacts of J1's operations against quality.md's table, at the size of the sample and at ten times as many people. */
import { enter, officeDay, valueOf, type Execution, type OfficeDay } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

const OWN = 'みどり-そら-かわ-ねこ-2026';
/** contacts ≤, by what a person does (quality.md, Performance). */
const BUDGET = { page: 0, form: 13, firstLogin: 10, login: 7, view: 5, minuteIdle: 14 };

let workspace: TestWorkspace;
let day: OfficeDay;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
afterAll(() => workspace.close());

async function last(name: string): Promise<Execution> {
  const found = (await day.executions()).filter((execution) => execution.function === name).pop();
  if (!found) throw new Error(`${name} has not run.`);
  return found;
}

/** Every operation once, with the rules in the cache, as on any day but for the first minute. */
async function measure(registrants: number) {
  await workspace.control.post('/api/reset', {
    scenario: 'sample',
    registrants,
    now: '2026-11-22T09:00:00+09:00',
  });
  const person = await day.person('noMail');
  await day.mypage('status', {});
  await workspace.control.get('/api/page/exec');
  const page = await last('doGet');
  await day.answer(person);
  const form = await last('onFormSubmitted');
  const [mail] = await day.mails(person.mailToType);
  const { token } = await enter(day, person, mail, OWN);
  const firstLogin = await last('mypage');
  valueOf(await day.mypage('login', { number: person.number, password: OWN }));
  const login = await last('mypage');
  valueOf(await day.mypage('view', {}, { token }));
  const view = await last('mypage');
  await day.advance('PT2M');
  const minuteIdle = await last('runEveryMinute');
  return { page, form, firstLogin, login, view, minuteIdle };
}

it('stay within the budget, and are the same at 300 and at 3,000 people', async () => {
  const small = await measure(300);
  const large = await measure(3000);
  const counts = (measured: typeof small) =>
    Object.fromEntries(Object.entries(measured).map(([name, { contacts }]) => [name, contacts]));
  expect(counts(large)).toEqual(counts(small));
  for (const [name, most] of Object.entries(BUDGET)) expect(counts(small)[name]).toBeLessThanOrEqual(most);
  expect(small.form.outcome).toBe('ok');
  for (const { cellsRead } of Object.values(large)) expect(cellsRead).toBeLessThanOrEqual(2000);
});
