/** After 本番 the secretariat brings in what it kept on paper: 行事, who came, and the points of those who are about to renew. */
import type { ControlClient } from '../workspace/control/client';
import { staff } from './accounts';
import type { Association } from './association';
import { eventsOfCase } from './attendance';
import type { CaseName } from './cases';
import type { Event } from './events';
import { tabPath } from './paste';

interface CallAnswer {
  ok: boolean;
  value?: { ok: boolean; code?: string; value?: unknown };
  error?: { message: string };
}

const secretary = staff[0].account;

/** Calls the door of 事務局画面; `turn` makes the client key, so that the sample is the same each time. */
async function office<T>(
  control: ControlClient,
  method: string,
  args: unknown,
  turn: string | number = 1,
): Promise<T> {
  const answer = await control.post<CallAnswer>('/api/call', {
    page: 'sidebar',
    user: secretary,
    function: 'office',
    args: [{ method, args, key: `sample-first-${method}-${turn}` }],
  });
  if (answer.ok && answer.value?.ok === true) return answer.value.value as T;
  throw new Error(`${method}: ${answer.error?.message ?? answer.value?.code ?? 'no answer'}`);
}

/** Code of an event as the office writes it. */
const codeOf = (event: Event, events: readonly Event[]): string =>
  `S${event.start.slice(2, 4)}-${String(events.indexOf(event) + 1).padStart(2, '0')}`;

const hostOf = ({ host }: Event): string => (host === '当協会' ? '当協会' : 'ほかの団体');

/** People whose points are on file when the sample begins. */
const onFile: readonly CaseName[] = ['inWindowComplete', 'inWindowNoCourse', 'inWindowShort'];

/** A row of the tab 区分 for the kind of event only this association has. */
const studyGroup: Readonly<Record<string, string>> = {
  ...{ 区分: '研究会', 必須: '―', 数え方: '1回', ポイント: '3', 同じ活動の数え方: '同日1回' },
  ...{ 主催の条件: '当協会のみ', 証明書類: '', 申請なしで付与: 'しない' },
};

async function typeCategory(control: ControlClient): Promise<void> {
  const tab = '区分';
  const { display } = await control.get<{ display: string[][] }>(tabPath(tab));
  const row = display.filter(([category]) => category !== '').length + 1;
  const values = [(display[0] ?? []).map((header) => studyGroup[header] ?? '')];
  await control.post(`${tabPath(tab)}/edit`, { user: secretary, range: `A${row}`, values });
}

/** Plays it through the sidebar; the notices of what was decided on paper long ago are stopped. */
export async function bringInPoints(
  control: ControlClient,
  { events, cases, calendar }: Association,
): Promise<void> {
  await typeCategory(control);
  const rows = events.map((event, index) => ({
    ...{ line: index + 2, eventCode: codeOf(event, events), title: event.name, category: event.kind },
    ...{ host: hostOf(event), startsOn: event.start, endsOn: event.end === event.start ? '' : event.end },
    ...{
      form: event.place === 'オンライン' ? 'オンライン' : '会場',
      points: event.points === 0 ? null : event.points,
    },
    ...{ url: '', unreadable: [] },
  }));
  await office(control, 'importEvents', { rows, expected: rows.length });
  const attended = onFile.flatMap((name) =>
    eventsOfCase(name, events, calendar).map((event) => ({ person: cases[name], event })),
  );
  await office(control, 'importAttendance', {
    rows: attended.map(({ person, event }, index) => ({
      ...{ line: index + 2, number: person.number, name: person.name, kana: '', birthDate: '' },
      ...{ eventCode: codeOf(event, events), title: event.name, category: event.kind, host: hostOf(event) },
      ...{ attendedOn: event.end, presence: '出席', hours: event.hours, unreadable: [] },
    })),
    choices: {},
    expected: attended.length,
  });
  const receipts: string[] = [];
  for (const { person, event } of attended.filter(({ event: one }) => one.host === '当協会')) {
    const entry = {
      number: person.number,
      receivedOn: calendar.today,
      form: {
        ...{ eventCode: codeOf(event, events), category: event.kind, role: '', title: event.name },
        ...{ host: hostOf(event), attendedOn: event.start, hours: '' },
        endedOn: event.end === event.start ? '' : event.end,
      },
      evidenceState: '不要',
    };
    receipts.push(
      (await office<{ receipt: string }>(control, 'enterPoints', entry, receipts.length)).receipt,
    );
  }
  await office(control, 'decidePoints', { decision: '承認', receipts });
  const { notices } = await office<{ notices: { notice: string }[] }>(control, 'waitingNotices', {});
  if (notices.length > 0)
    await office(control, 'stopNotices', { notices: notices.map(({ notice }) => notice) });
}
