/** Every operation the bench measures. A new one joins by one entry. */
import { codeIn, newKey, passwordIn, valueOf, type Execution, type OfficeDay } from '../support/office-day';
import { renewalDay, setReminderDays } from '../support/renewal-day';
import { insider, OWN, registrant } from './insider';
import { importBench } from './import-operations';
import { notificationBench } from './notification-operations';
import { officeBench } from './office-operations';
import { pointsBench } from './points-operations';
import { renewalBench } from './renewal-operations';

export interface Operation {
  name: string;
  /** Contacts at most (quality.md, Performance). */
  budget: number;
  /** Cells it may read, of a register of this size; without it what an interactive operation may. */
  cells?: (registrants: number) => number;
  /** Does what comes before, then the operation; the last execution of `measured` is the one that counts. */
  run: (day: OfficeDay) => Promise<unknown>;
  measured: string;
}

const NEW_MAIL = 'atarashii@example.net';

async function codeFor(day: OfficeDay, token: string): Promise<void> {
  const args = { mail: NEW_MAIL, password: OWN };
  valueOf(await day.mypage('requestMailChange', args, { token, key: newKey() }));
}

export const operations: readonly Operation[] = [
  {
    name: 'open the page, not logged in',
    budget: 0,
    measured: 'doGet',
    run: (day) => day.control.get('/api/page/exec'),
  },
  {
    name: 'form response → password mail sent',
    budget: 13,
    measured: 'onFormSubmitted',
    run: (day) => registrant(day),
  },
  {
    name: 'first login: own password set, first view',
    budget: 10,
    measured: 'mypage',
    run: async (day) => {
      const { person, mail } = await registrant(day);
      const login = await day.mypage('login', { number: person.number, password: passwordIn(mail) });
      const { token } = valueOf<{ token: string }>(login);
      const args = { birthDate: person.birthDate, password: OWN };
      valueOf(await day.mypage('firstLogin', args, { token, key: newKey() }));
    },
  },
  {
    name: 'log in; the answer carries the whole first view',
    budget: 7,
    measured: 'mypage',
    run: async (day) => {
      const { person } = await insider(day);
      valueOf(await day.mypage('login', { number: person.number, password: OWN }));
    },
  },
  {
    name: 'log in with a wrong password',
    budget: 7,
    measured: 'mypage',
    run: (day) => day.mypage('login', { number: '00012', password: 'not the password' }),
  },
  {
    name: 'view My Page again',
    budget: 5,
    measured: 'mypage',
    run: async (day) => {
      const { token } = await insider(day);
      valueOf(await day.mypage('view', {}, { token }));
    },
  },
  {
    name: 'change the ledger: three items, receipt queued',
    budget: 10,
    measured: 'mypage',
    run: async (day) => {
      const { token } = await insider(day);
      const changes = { 郵便番号: '000-0101', 住所: '見本県見本市1丁目1番地', 電話番号: '03-0000-0101' };
      valueOf(await day.mypage('changeLedger', { changes }, { token, key: newKey() }));
    },
  },
  {
    name: 'send one file of 証明書類',
    budget: 10,
    measured: 'mypage',
    run: async (day) => {
      const { token } = await insider(day);
      valueOf(await day.mypage('sendEvidence', { data: '/9j/AA==' }, { token, key: newKey() }));
    },
  },
  {
    name: 'change the mail address: password checked, code queued',
    budget: 10,
    measured: 'mypage',
    run: async (day) => {
      const { token } = await insider(day);
      await codeFor(day, token);
    },
  },
  {
    name: 'change the mail address: code checked, both addresses told',
    budget: 10,
    measured: 'mypage',
    run: async (day) => {
      const { token } = await insider(day);
      await codeFor(day, token);
      await day.advance('PT2M');
      const code = codeIn((await day.mails(NEW_MAIL))[0]);
      valueOf(await day.mypage('confirmMailChange', { code }, { token, key: newKey() }));
    },
  },
  {
    name: 'log out everywhere',
    budget: 10,
    measured: 'mypage',
    run: async (day) => {
      const { token } = await insider(day);
      valueOf(await day.mypage('logout', {}, { token }));
    },
  },
  {
    name: 'ask for a new password',
    budget: 4,
    measured: 'mypage',
    run: async (day) => valueOf(await day.mypage('requestPassword', { number: '00012' })),
  },
  {
    name: 'ask for the number',
    budget: 4,
    measured: 'mypage',
    run: async (day) => {
      const args = { mail: 'samemail@example.jp', birthDate: '1963-04-01' };
      valueOf(await day.mypage('requestNumber', args));
    },
  },
  {
    name: 'minute job, nothing due',
    budget: 14,
    measured: 'runEveryMinute',
    run: (day) => day.advance('PT1M'),
  },
  {
    name: 'five-minute job, nothing to do',
    budget: 15,
    measured: 'runEveryFiveMinutes',
    // The first run after 本番 looks at every answer there is; the second is like all others.
    run: async (day) => {
      await day.advance('PT5M');
      await day.mypage('status', {});
      await day.advance('PT5M');
    },
  },
  {
    name: 'nightly job, nothing due',
    budget: 14,
    cells: (registrants) => 8 * registrants,
    measured: 'runDaily',
    // The five-minute job keeps the rules in the cache by day and by night; the clock of the bench jumps over it.
    run: async (day) => {
      const morning = async () => {
        const triggers = await day.control.get<{ handler: string; next: string | null }[]>('/api/triggers');
        const at = Date.parse(triggers.find(({ handler }) => handler === 'runDaily')?.next ?? '');
        await day.control.post('/api/clock', { now: new Date(at - 5 * 60_000).toISOString() });
        await day.mypage('status', {});
        await day.advance('PT6M');
      };
      // Nothing is due: no day of reminders, and every 失効 that waits is confirmed.
      await setReminderDays(day, '1');
      await morning();
      const { ask } = renewalDay(day);
      for (let left = Infinity; left > 0;) {
        const { total, people } = await ask('lapseList', {});
        if (people.length > 0) await ask('confirmLapse', { numbers: people.map(({ number }) => number) });
        await day.advance('PT1M');
        left = total - people.length;
      }
      await morning();
      await morning();
    },
  },
  {
    name: '設定を点検する, as a secretary',
    budget: 10,
    measured: 'office',
    run: async (day) => {
      const { staff } = await day.sample();
      valueOf(await day.office(staff[0] ?? '', 'check'));
    },
  },
  {
    // One search for each line that waits; quality.md sets no bar for it.
    name: '事務局画面: ホーム',
    budget: 17,
    measured: 'office',
    run: async (day) => {
      const { staff } = await day.sample();
      valueOf(await day.office(staff[0] ?? '', 'home'));
    },
  },
  ...notificationBench,
  ...pointsBench,
  ...renewalBench,
  ...importBench,
  ...officeBench,
];

const FIRST = 'first day';

/** The sample of this size, with the rules in the cache as on any day but for the first minutes. */
export async function prepare(day: OfficeDay, registrants: number): Promise<void> {
  await day.control.post('/api/reset', { scenario: 'sample', registrants, now: '2026-11-22T09:00:00+09:00' });
  await day.mypage('status', {});
  await day.control.post('/api/checkpoint', { save: FIRST });
}

/** One operation on what was prepared. */
export async function measure(day: OfficeDay, operation: Operation): Promise<Execution> {
  await day.control.post('/api/checkpoint', { restore: FIRST });
  await operation.run(day);
  const found = (await day.executions())
    .filter((execution) => execution.function === operation.measured)
    .pop();
  if (!found) throw new Error(`${operation.measured} has not run.`);
  return found;
}
