/** Quotas, times and other executions (facts/platform.md 1.7, §7, §8). */
import type { Json } from '../../../workspace/engine/service';
import type { Opened } from '../../workspace/control-world';
import { OWNER } from '../../workspace/control-world';
import { failed, give, open, row } from './table';
import type { AroundFact, Called } from './table';

/** Puts a part of the snapshot in place of the present one. */
function putPart({ world }: Opened, name: string, part: Json): void {
  const saved = world.workspace.save() as { parts: Record<string, Json> };
  world.workspace.load({ ...saved, parts: { ...saved.parts, [name]: part } });
}

function used({ world }: Opened, amount: number): Json {
  return { [OWNER]: { since: world.workspace.clock.now(), amount } };
}

async function lastRecord({
  control,
}: Opened): Promise<{ outcome: string; ms: number; sequence: string[] } | undefined> {
  return (await control.get<{ outcome: string; ms: number; sequence: string[] }[]>('/api/executions')).at(-1);
}

const READ =
  'Sheets.Spreadsheets.get(SpreadsheetApp.getActiveSpreadsheet().getId(), {fields: "spreadsheetId"})';
const WITH_API = {
  manifest: {
    dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }] },
  },
};

export const LIMITS: AroundFact[] = [
  row(
    'limits.six-minutes',
    'An execution ends after 6 minutes: no finally, nothing unflushed is kept, its locks are free.',
    'guides/services/quotas; reference/lock',
    'D',
    async () => {
      const opened = await open();
      const code =
        '(() => { LockService.getScriptLock().waitLock(1); try { sheet_().getRange("A1").setValue(1); Utilities.sleep(300000); Utilities.sleep(300000); } finally { CacheService.getScriptCache().put("finally", "1"); } })()';
      expect(await failed(opened, code)).toBe('Exception|Exceeded maximum execution time');
      expect(await lastRecord(opened)).toMatchObject({ outcome: 'timeout', ms: 360_000 });
      expect(
        (
          await give(
            opened,
            '[LockService.getScriptLock().tryLock(0), CacheService.getScriptCache().get("finally"), sheet_().getLastRow()]',
          )
        ).value,
      ).toEqual([true, null, 0]);
    },
  ),
  row('limits.simple', 'A simple trigger ends after 30 seconds.', 'guides/triggers', 'D', async () => {
    const { world } = await open();
    const { record } = await world.workspace.run({
      kind: 'simple',
      functionName: 'give',
      activeUser: OWNER,
      effectiveUser: OWNER,
      args: ['Utilities.sleep(31000)'],
    });
    expect([record.outcome, record.ms]).toEqual(['timeout', 30_000]);
  }),
  row(
    'limits.simultaneous',
    'The 31st execution of an account at once is refused.',
    'guides/services/quotas',
    'D',
    async () => {
      const opened = await open();
      const calls = Array.from({ length: 31 }, () => give(opened, 'Utilities.sleep(1000)'));
      const refused = (await Promise.all(calls)).filter(({ ok }) => !ok);
      expect(refused.map(({ error }) => error?.message)).toEqual([
        'There are too many scripts running simultaneously for this Google user account.',
      ]);
    },
  ),
  row(
    'limits.api',
    'The Sheets API takes 60 reads a minute, counted apart from writes.',
    'Sheets API usage limits',
    'D',
    async () => {
      const opened = await open(WITH_API);
      expect((await give(opened, `Array.from({length: 60}, () => ${READ}).length`)).value).toBe(60);
      expect(await failed(opened, READ)).toMatch(
        /^GoogleJsonResponseException\|.*API call to sheets.spreadsheets.get failed with error: Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user'/u,
      );
      expect((await give(opened, `Utilities.sleep(60000) || ${READ}.spreadsheetId.length > 9`)).value).toBe(
        true,
      );
    },
  ),
  row(
    'limits.properties',
    'Properties may be read and written 500,000 times a day.',
    'guides/services/quotas',
    'D',
    async () => {
      const opened = await open();
      putPart(opened, 'property quota', used(opened, 499_999));
      const read = 'PropertiesService.getScriptProperties().getProperty("a")';
      expect(await give(opened, read)).toEqual({ ok: true, value: null });
      expect(await failed(opened, read)).toBe(
        'Exception|Service invoked too many times for one day: properties.',
      );
      expect((await give(opened, 'CacheService.getScriptCache().get("a")')).ok).toBe(true);
      await opened.control.post('/api/clock', { advance: 'P1D' });
      expect((await give(opened, read)).ok).toBe(true);
    },
  ),
  row(
    'limits.trigger-time',
    'The triggers of an account may run 6 hours a day.',
    'guides/services/quotas',
    'D',
    async () => {
      const opened = await open();
      const run = async (): Promise<string | undefined> =>
        (
          await opened.world.workspace.run({
            kind: 'trigger',
            functionName: 'give',
            activeUser: OWNER,
            effectiveUser: OWNER,
            args: ['Utilities.sleep(1000)'],
          })
        ).error?.message;
      putPart(opened, 'trigger time', used(opened, 6 * 3_600_000 - 1));
      expect(await run()).toBeUndefined();
      expect(await run()).toBe('Service using too much computer time for one day.');
    },
  ),
  row(
    'limits.mail',
    'A Workspace account mails 1,500 recipients a day, the next is refused.',
    'guides/services/quotas; ErrHandler',
    'D',
    async () => {
      const opened = await open();
      putPart(opened, 'mail quota', used(opened, 1_499));
      expect((await give(opened, 'MailApp.getRemainingDailyQuota()')).value).toBe(1);
      expect(await failed(opened, 'GmailApp.sendEmail("a@example.com,b@example.com", "s", "b")')).toBe(
        'Exception|Service invoked too many times for one day: email.',
      );
      expect(await opened.control.get('/api/mail')).toEqual([]);
    },
  ),
  row(
    'limits.triggers',
    'A user has at most 20 triggers on a script.',
    'guides/services/quotas; ErrHandler',
    'D',
    async () => {
      const opened = await open();
      const make =
        '(n) => { for (let i = 0; i < n; i += 1) ScriptApp.newTrigger("ticked").timeBased().everyDays(1).create(); return 1; }';
      expect((await give(opened, `(${make})(20)`)).value).toBe(1);
      expect(await failed(opened, `(${make})(1)`)).toBe(
        'Exception|This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    },
  ),
  row(
    'locks.timeout',
    'waitLock throws when another execution holds the lock; tryLock answers false.',
    'gas-fakes',
    'M',
    async () => {
      const opened = await open();
      const [, tried, waited] = await Promise.all([
        give(opened, 'LockService.getScriptLock().tryLock(0) && Utilities.sleep(60000)'),
        give(opened, 'Utilities.sleep(1000) || LockService.getScriptLock().tryLock(1000)'),
        give(opened, 'Utilities.sleep(1000) || LockService.getScriptLock().waitLock(1000)'),
      ]);
      expect(tried.value).toBe(false);
      expect(waited.error?.message).toBe('Lock timeout: another process was holding the lock for too long.');
    },
  ),
  row(
    'locks.end',
    'A lock is free when its execution has ended, also by an error.',
    'reference/lock',
    'D',
    async () => {
      const opened = await open();
      await failed(opened, 'LockService.getScriptLock().tryLock(0) && null.x');
      expect((await give(opened, 'LockService.getScriptLock().tryLock(0)')).value).toBe(true);
    },
  ),
  row(
    'flush.others',
    'Others see a write after a flush or the end of its execution, and releaseLock alone publishes nothing.',
    'reference/lock/lock; workspace.md',
    'U',
    async () => {
      const opened = await open();
      const [, before, after] = await Promise.all([
        give(
          opened,
          '(() => { sheet_().getRange("A1").setValue(1); LockService.getScriptLock().releaseLock(); Utilities.sleep(2000); SpreadsheetApp.flush(); Utilities.sleep(2000); })()',
        ),
        give(opened, 'Utilities.sleep(1000) || sheet_().getRange("A1").getValue()'),
        give(opened, 'Utilities.sleep(3000) || sheet_().getRange("A1").getValue()'),
      ]);
      expect([before.value, after.value]).toEqual(['', 1]);
    },
  ),
  row(
    'flush.pinned',
    'What an execution has read of a tab stays until it flushes.',
    'workspace.md',
    'U',
    async () => {
      const opened = await open();
      const read = 'sheet_().getRange("A1").getValue()';
      const [seen] = await Promise.all([
        give(
          opened,
          `(() => { const seen = [${read}]; Utilities.sleep(2000); seen.push(${read}); SpreadsheetApp.flush(); seen.push(${read}); return seen; })()`,
        ),
        give(opened, 'Utilities.sleep(1000) || (sheet_().getRange("A1").setValue(1) && 1)'),
      ]);
      expect(seen.value).toEqual(['', '', 1]);
    },
  ),
  row(
    'flush.killed',
    'A killed execution leaves nothing unflushed behind.',
    'workspace.md',
    'U',
    async () => {
      const opened = await open();
      await opened.control.post('/api/faults', { kind: 'kill', at: { call: 'Cache.get', when: 'before' } });
      await give(
        opened,
        '(() => { sheet_().getRange("A1").setValue(1); SpreadsheetApp.flush(); sheet_().getRange("A2").setValue(2); CacheService.getScriptCache().get("x"); })()',
      );
      expect((await give(opened, 'sheet_().getLastRow()')).value).toBe(1);
    },
  ),
  row(
    'stores.strings',
    'State lives in services only; every execution is new.',
    'guides/v8-runtime',
    'D',
    async () => {
      const opened = await open();
      expect((await give(opened, '(globalThis.kept = 1)')).value).toBe(1);
      expect((await give(opened, 'typeof globalThis.kept')).value).toBe('undefined');
    },
  ),
  row('records.sequence', 'A record keeps the order of the service calls.', 'workspace.md', 'U', async () => {
    const opened = await open();
    const called: Called = await give(
      opened,
      '[CacheService.getScriptCache().get("a"), PropertiesService.getScriptProperties().getProperty("a"), CacheService.getScriptCache().get("b")]',
    );
    expect(called.ok).toBe(true);
    expect((await lastRecord(opened))?.sequence).toEqual([
      'Cache.get',
      'Properties.getProperty',
      'Cache.get',
    ]);
  }),
];
