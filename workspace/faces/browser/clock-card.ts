/** The clock of the Workspace on the launcher: what time it is, whether it runs, and moving it. */
import { get, post, Refused } from './api';
import { h } from './dom';
import { fromLocalInput, longTime, toLocalInput } from './times';

interface ClockState {
  now: string | number;
  running: boolean;
}

/** The clock's section; `refresh` reads it anew. */
export function createClockCard(timeZone: string): { element: HTMLElement; refresh(): Promise<void> } {
  const time = h('output', { id: 'clock' });
  const state = h('span', { id: 'clockState', class: 'badge' });
  const toggle = h('button', { type: 'button' });
  const input = h('input', { type: 'datetime-local', id: 'clockSet', step: '1' });
  const problem = h('p', { role: 'alert', class: 'problem' });
  let current: ClockState = { now: 0, running: false };

  const refresh = async (): Promise<void> => {
    current = await get<ClockState>('/api/clock');
    const now = new Date(current.now);
    time.textContent = longTime(now, timeZone);
    state.textContent = current.running ? '動いています' : '止まっています';
    state.classList.toggle('running', current.running);
    toggle.textContent = current.running ? '止める' : '動かす';
    if (document.activeElement !== input && input.value === '') input.value = toLocalInput(now, timeZone);
  };

  const move = (body: Record<string, unknown>): void => {
    problem.textContent = '時刻を進めています…';
    post('/api/clock', body)
      .then(() => {
        problem.textContent = '';
        input.value = '';
        return refresh();
      })
      .catch((error: unknown) => {
        problem.textContent = error instanceof Refused ? error.message : String(error);
      });
  };

  toggle.addEventListener('click', () => move({ running: !current.running }));
  const set = (): void => {
    if (input.value !== '') move({ now: fromLocalInput(input.value, timeZone) });
  };
  const element = h(
    'section',
    { class: 'clock' },
    h('h2', {}, '時計'),
    h('p', { class: 'now' }, time, ' ', state),
    h(
      'p',
      { class: 'row' },
      toggle,
      h('button', { type: 'button', on: { click: () => move({ advance: 'PT1H' }) } }, '+1時間'),
      h('button', { type: 'button', on: { click: () => move({ advance: 'P1D' }) } }, '+1日'),
    ),
    h(
      'p',
      { class: 'row' },
      h('label', { for: 'clockSet' }, '日時'),
      input,
      h('button', { type: 'button', on: { click: set } }, '合わせる'),
    ),
    problem,
  );
  return { element, refresh };
}
