/** P4 for the codes of a mail change: nowhere but in their own mail, and worth nothing at another address. */
import { admit, OWN_PASSWORD } from '../support/admit';
import { codeIn, newKey, officeDay, refusalOf, valueOf } from '../support/office-day';
import type { OfficeDay, Person } from '../support/office-day';
import { startProbed, type Probed } from './support/probe';
import { cellOf, readTabs, type } from './support/tabs';

const NEW = 'atarashii@example.net';

let workspace: Probed;
let day: OfficeDay;
let person: Person;
let token: string;
let staff: string;

beforeAll(async () => {
  workspace = await startProbed();
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', { scenario: 'sample', now: '2026-11-22T09:00:00+09:00' });
  staff = (await day.sample()).staff[0] ?? '';
  person = await day.person('noMail');
  token = (await admit(day, person)).token;
});
afterAll(() => workspace.close());

const request = async () =>
  valueOf<object>(
    await day.mypage('requestMailChange', { mail: NEW, password: OWN_PASSWORD }, { token, key: newKey() }),
  );
const confirm = (code: string) => day.mypage('confirmMailChange', { code }, { token, key: newKey() });

/** Whether a text holds the code as a number of its own. */
const tells = (code: string, what: unknown) =>
  new RegExp(`(?<![0-9])${code}(?![0-9])`).test(JSON.stringify(what));

it('tabs, properties, cache, executions, answers and other mails do not tell the code', async () => {
  const answer = await request();
  await day.advance('PT2M');
  const [mail] = await day.mails(NEW);
  const code = codeIn(mail);
  expect(tells(code, mail)).toBe(true);
  const places = {
    tabs: await readTabs(workspace.control),
    properties: await workspace.properties(),
    cached: await workspace.cached(['rules:1']),
    executions: await workspace.control.get('/api/executions'),
    answer,
    home: await day.office(staff, 'home'),
    mails: (await day.mails()).filter(({ id }) => id !== mail?.id),
  };
  for (const [place, what] of Object.entries(places))
    expect({ place, tells: tells(code, what) }).toEqual({ place, tells: false });
  valueOf(await confirm(code));
  await day.advance('PT2M');
  expect(tells(code, await readTabs(workspace.control))).toBe(false);
  const receipts = (await day.mails()).filter(({ subject }) => /受け付けました|変わりました/.test(subject));
  expect(receipts).toHaveLength(2);
  expect(tells(code, receipts)).toBe(false);
});

it('a 宛先 that somebody types over before it is sent brings a code that does not fit', async () => {
  await request();
  const cell = await cellOf(workspace.control, '通知', ['種別', '確認コード'], '宛先');
  await type(workspace.control, staff, '通知', cell, 'staff@example.net');
  await day.advance('PT2M');
  const code = codeIn((await day.mails('staff@example.net'))[0]);
  expect(refusalOf(await confirm(code)).fields).toEqual({ code: 'CODE_WRONG' });
});

it('a thousand guesses of somebody with token and password stay below thirty tries in three hours', async () => {
  let tried = 0;
  for (let codes = 0; codes < 8; codes += 1) {
    const asked = await day.mypage(
      'requestMailChange',
      { mail: NEW, password: OWN_PASSWORD },
      { token, key: newKey() },
    );
    if (!asked.ok || !asked.value.ok) {
      expect(refusalOf(asked).code).toBe('WAIT');
      break;
    }
    for (let guesses = 0; guesses < 20; guesses += 1) {
      const refused = refusalOf(await confirm(String(guesses).padStart(6, '0'))).fields?.['code'];
      if (refused === 'CODE_WRONG') tried += 1;
    }
  }
  // The fifth wrong one of each code says at once that it has ended.
  expect(tried).toBeLessThanOrEqual(5 * 4);
});
