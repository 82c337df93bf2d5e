import { closeControls, openControl, OWNER, STAFF } from './control-world';
import type { ControlClient } from '../../workspace/control/client';

const CODE = `
  function every(minutes) { ScriptApp.newTrigger('tick').timeBased().everyMinutes(minutes).create(); }
  function daily(hour, minute) {
    ScriptApp.newTrigger('morning').timeBased().everyDays(1).atHour(hour).nearMinute(minute).create();
  }
  function weekly() { ScriptApp.newTrigger('morning').timeBased().onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(9).create(); }
  function monthly() { ScriptApp.newTrigger('morning').timeBased().onMonthDay(31).atHour(9).create(); }
  function later(ms) { ScriptApp.newTrigger('morning').timeBased().after(ms).create(); }
  function at(iso) { ScriptApp.newTrigger('morning').timeBased().at(new Date(iso)).create(); }
  function list() { return ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction()); }
  function clear() { ScriptApp.getProjectTriggers().forEach((trigger) => ScriptApp.deleteTrigger(trigger)); }
  function kinds() {
    return ScriptApp.getProjectTriggers().map((trigger) =>
      [trigger.getEventType() === ScriptApp.EventType.CLOCK, trigger.getTriggerSource().toString(), trigger.getTriggerSourceId()]);
  }
  function tick(e) { console.log('tick', e.triggerUid); }
  function morning(e) {
    console.log(Session.getEffectiveUser().getEmail(), e['day-of-week'], e.timezone);
    MailApp.sendEmail('x@example.jp', 'morning', '');
  }
  function fails() { throw new Error('出来ません'); }
  function failing() { ScriptApp.newTrigger('fails').timeBased().everyHours(1).create(); }
  function setDue(handler, at) { PropertiesService.getScriptProperties().setProperty('due:' + handler, String(at)); }
  function url() { return ScriptApp.getService().getUrl(); }
  function token() { return ScriptApp.getOAuthToken(); }
`;

interface Run {
  function: string;
  startedAt: string;
  outcome: string;
  error?: { name: string; message: string };
  log: string[];
}

async function runsOf(control: ControlClient, name: string): Promise<Run[]> {
  return (await control.get<Run[]>('/api/executions')).filter((record) => record.function === name);
}

async function timesOf(control: ControlClient, name: string): Promise<string[]> {
  return (await runsOf(control, name)).map(({ startedAt }) => startedAt);
}

afterEach(closeControls);

describe('triggers', () => {
  it('belong to who made them, and only she can see and delete them', async () => {
    const { control, run } = await openControl(CODE);
    await run('every', 5);
    const asStaff = (name: string): Promise<unknown> =>
      control.post('/api/call', { page: 'sidebar', user: STAFF, function: name, args: [] });
    expect(await run('list')).toEqual(['tick']);
    expect(await asStaff('list')).toEqual({ ok: true, value: [] });
    await asStaff('clear');
    expect(await control.get('/api/triggers')).toEqual([
      expect.objectContaining({ handler: 'tick', owner: OWNER, next: '2026-11-22T09:05:00+09:00' }),
    ]);
    expect(await run('kinds')).toEqual([[true, 'CLOCK', null]]);
    await run('clear');
    expect(await control.get('/api/triggers')).toEqual([]);
  });

  it('are at most 20 for one user', async () => {
    const { run } = await openControl(CODE);
    for (let count = 0; count < 20; count += 1) await run('every', 1);
    await expect(run('every', 1)).rejects.toThrow(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  });

  it('by the minute take only the numbers of the platform', async () => {
    const { run } = await openControl(CODE);
    await expect(run('every', 3)).rejects.toThrow('It must be one of 1, 5, 10, 15 or 30.');
    await expect(run('token')).rejects.toThrow('NotInWorkspace: ScriptApp.getOAuthToken');
  });

  it('run in due order when time is moved, as who made them', async () => {
    const { control, run } = await openControl(CODE);
    await run('daily', 10, 0);
    await run('every', 30);
    await control.post('/api/clock', { now: '2026-11-22T12:00:00+09:00' });
    const [morning] = await runsOf(control, 'morning');
    expect(morning?.log).toEqual([expect.stringContaining(`${OWNER} 7 UTC`)]);
    const all = await control.get<Run[]>('/api/executions');
    const starts = all.map(({ startedAt }) => startedAt);
    expect(starts).toEqual([...starts].sort());
    expect(await control.get('/api/clock')).toEqual({ now: '2026-11-22T12:00:00+09:00', running: false });
  });

  it('near a minute come within a quarter of an hour of it, at the same time each day', async () => {
    const { control, run } = await openControl(CODE);
    await run('daily', 3, 30);
    await control.post('/api/clock', { advance: 'P3D' });
    const times = await timesOf(control, 'morning');
    expect(times.map((time) => time.slice(0, 10))).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
    expect(new Set(times.map((time) => time.slice(11))).size).toBe(1);
    expect(times[0]?.slice(11, 16)).toMatch(/^03:(?:1[5-9]|[23]\d|4[0-5])$/u);
  });

  it('by week and month keep to their days', async () => {
    const { control, run } = await openControl(CODE);
    await run('weekly');
    await control.post('/api/clock', { advance: 'P16D' });
    expect((await timesOf(control, 'morning')).map((time) => time.slice(0, 10))).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
    ]);
    await run('clear');
    await run('monthly');
    await control.post('/api/clock', { now: '2027-03-31T23:59:59+09:00' });
    expect((await timesOf(control, 'morning')).slice(3).map((time) => time.slice(0, 10))).toEqual([
      '2026-12-31',
      '2027-01-31',
      '2027-03-31',
    ]);
  });

  it('for one time run once and stay in the list', async () => {
    const { control, run } = await openControl(CODE);
    await run('later', 60_000);
    await run('at', '2026-11-22T10:00:00+09:00');
    await control.post('/api/clock', { advance: 'P2D' });
    expect(await timesOf(control, 'morning')).toEqual([
      '2026-11-22T09:01:00+09:00',
      '2026-11-22T10:00:00+09:00',
    ]);
    expect(await run('list')).toEqual(['morning', 'morning']);
  });

  it('that fail are recorded with their error', async () => {
    const { control, run } = await openControl(CODE);
    await run('failing');
    await control.post('/api/clock', { advance: 'PT1H' });
    expect(await runsOf(control, 'fails')).toEqual([
      expect.objectContaining({ outcome: 'error', error: { name: 'Error', message: '出来ません' } }),
    ]);
  });

  it('by the minute that did nothing are left out of a jump until something has happened', async () => {
    const { control, run } = await openControl(CODE);
    await run('every', 1);
    await run('daily', 3, 30);
    await control.post('/api/clock', { advance: 'P30D' });
    expect(await timesOf(control, 'morning')).toHaveLength(30);
    // Once at the beginning, and once after each morning.
    expect(await timesOf(control, 'tick')).toHaveLength(31);
  });

  it('left out of a jump run when their stored time comes', async () => {
    const { control, run } = await openControl(CODE);
    await run('every', 1);
    await run('setDue', 'tick', Date.parse('2026-11-23T15:00:30+09:00'));
    await control.post('/api/clock', { advance: 'P1DT6H0M' });
    expect(await timesOf(control, 'tick')).toEqual(['2026-11-22T09:01:00+09:00']);
    await control.post('/api/clock', { advance: 'PT2M' });
    expect((await timesOf(control, 'tick'))[1]).toBe('2026-11-23T15:01:00+09:00');
  });

  it('can be made to fire twice, late or never', async () => {
    const { control, run } = await openControl(CODE);
    await run('daily', 3, 30);
    await control.post('/api/clock', { now: '2026-11-23T12:00:00+09:00', fire: 'twice' });
    expect(await timesOf(control, 'morning')).toHaveLength(2);
    await control.post('/api/clock', { now: '2026-11-24T12:00:00+09:00', fire: 'never' });
    expect(await timesOf(control, 'morning')).toHaveLength(2);
    await control.post('/api/clock', { now: '2026-11-25T12:00:00+09:00', fire: 'late' });
    expect((await timesOf(control, 'morning'))[2]).toBe('2026-11-25T12:00:00+09:00');
  });
});

describe('the clock', () => {
  it.each([
    [{}, '"now", "advance" or "running" is needed.'],
    [{ advance: '1 day' }, '"1 day" is no duration like P1D, PT90M or P2DT3H.'],
    [{ now: '2026-11-23' }, '"now" must look like 2026-11-22T09:00:00+09:00.'],
    [{ now: '2020-01-01T00:00:00Z' }, 'Time does not go back; POST /api/reset starts over.'],
    [{ running: 'yes' }, '"running" must be true or false.'],
  ])('refuses %j', async (body, text) => {
    const { control } = await openControl(CODE);
    await expect(control.post('/api/clock', body)).rejects.toThrow(text);
  });

  it('tells scripts where the web app is', async () => {
    const { run, world } = await openControl(CODE);
    expect(await run('url')).toBe(`${world.url}exec`);
  });
});
