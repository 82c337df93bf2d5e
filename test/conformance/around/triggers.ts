/** Triggers of the clock, and the list of triggers (facts/platform.md §5). */
import { OWNER } from '../../workspace/control-world';
import { give, logOf, open, row } from './table';
import type { AroundFact } from './table';

export const TRIGGERS: AroundFact[] = [
  row(
    'triggers.clock',
    'A clock trigger runs as its owner, with the parts of the time in UTC.',
    'guides/triggers/events',
    'D',
    async () => {
      const opened = await open();
      await opened.run('give', 'ScriptApp.newTrigger("ticked").timeBased().everyMinutes(5).create() && 1');
      await opened.control.post('/api/clock', { advance: 'PT5M' });
      expect(await logOf(opened, 'ticked')).toEqual([
        [
          [OWNER, OWNER],
          [
            'authMode',
            'day-of-month',
            'day-of-week',
            'hour',
            'minute',
            'month',
            'second',
            'timezone',
            'triggerUid',
            'week-of-year',
            'year',
          ],
        ],
      ]);
    },
  ),
  row(
    'triggers.once',
    'A trigger that has fired once stays in the list.',
    'platform.md §5',
    'U',
    async () => {
      const opened = await open();
      await opened.run('give', 'ScriptApp.newTrigger("ticked").timeBased().after(60000).create() && 1');
      await opened.control.post('/api/clock', { advance: 'P1D' });
      expect(await logOf(opened, 'ticked')).toHaveLength(1);
      expect((await give(opened, 'ScriptApp.getProjectTriggers().length')).value).toBe(1);
    },
  ),
  row('triggers.again', 'Making a trigger again doubles it.', 'platform.md §5', 'F', async () => {
    const opened = await open();
    await opened.run('watch');
    await opened.run('watch');
    expect((await give(opened, 'ScriptApp.getProjectTriggers().length')).value).toBe(4);
  }),
];
