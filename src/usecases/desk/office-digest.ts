/** Twice a day the office hears what waits, if there is something and it is not what it heard last. */
import { timeAfter, timeBefore } from '../../domain/digest-times';
import { dayOfInstant, isoOfInstant, writeInstant } from '../../domain/fields/instant';
import { rulesOf } from '../../domain/mode';
import type { NoticeKind } from '../../notices/kinds';
import { now } from '../../platform/clock';
import { append, commit } from '../../sheets/commit';
import { findExact } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import { COUNTER_ROW, notices, summaries } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
import { alone } from '../alone';
import { PROPERTY, type Installation } from '../installation/installation';
import type { NoticeContent } from '../sending/notice-rows';
import { startNumbering } from '../summary/numbering';
import { countFindings } from '../findings/findings';
import { standingFindings } from '../installation/health';
import type { Rules } from '../installation/rules';
import { waitingLines, type WaitingLine } from './waiting';
import { wakeSender } from '../sending/wake-sender';

/** What the property keeps. */
interface DigestState {
  /** The time (epoch ms) that was looked at last. */
  time: number;
  /** What waited then, as JSON; `''` if nothing did. */
  told: string;
}

/** Tells the office if it is time. Answers the property that remembers it, and when it is time again (epoch ms). */
export function tellOffice(
  installation: Installation,
  rules: Rules,
): { properties: Record<string, string>; next: number } {
  const at = now();
  const time = timeBefore(at, rules.closedDays);
  const next = timeAfter(at, rules.closedDays);
  const text = installation.properties[PROPERTY.digest];
  // On the first day the next time is the first one.
  const before = text === undefined ? { time, told: '' } : (JSON.parse(text) as DigestState);
  if (text !== undefined && before.time >= time) return { properties: {}, next };
  const told = before.time >= time ? before.told : tell(time, before.told, installation, rules);
  const state: DigestState = { time, told };
  return { properties: { [PROPERTY.digest]: JSON.stringify(state) }, next };
}

/** Answers what waits as it has now been told. */
function tell(time: number, before: string, installation: Installation, rules: Rules): string {
  if (rulesOf(rules.settings.mode).mail === 'nowhere') return before;
  const findings = standingFindings(installation, rules).length;
  const inLedger = countFindings(installation);
  const lines = [
    ...waitingLines(),
    ...(inLedger === 0 ? [] : [{ label: '要確認の台帳', count: inLedger }]),
    ...(findings === 0 ? [] : [{ label: 'お確かめいただくこと', count: findings }]),
  ];
  const told = lines.length === 0 ? '' : JSON.stringify(lines);
  if (told !== '' && told !== before) queue(time, lines, installation, rules);
  return told;
}

/** One notice for each time: its 対象 says which, so that a second run finds it. */
function queue(time: number, lines: readonly WaitingLine[], { owner }: Installation, rules: Rules): void {
  const about = isoOfInstant(time).slice(0, 16).replace('T', ' ');
  const kind: NoticeKind = '事務局へのお知らせ';
  const content: NoticeContent = {
    fields: {
      日時: writeInstant(time),
      待っているもの: lines.map(({ label, count }) => `・${label}　${String(count)}件`).join('\n'),
    },
  };
  publish();
  const queued = alone(() => {
    if (findExact(notices, about).length > 0) return false;
    const found = readForDecision([{ tab: summaries, rows: [COUNTER_ROW] }, { tab: notices }]);
    const year = Number(dayOfInstant(now()).slice(0, 4));
    const numbering = startNumbering(found.row(summaries, COUNTER_ROW), year);
    numbering.near(notices);
    const notice = append(notices, found.headers(notices), {
      notice: numbering.notice(),
      kind,
      by: 'メール',
      to: rules.settings.officeMail === '' ? owner : rules.settings.officeMail,
      about,
      fields: JSON.stringify(content),
      state: '送信待ち',
      dueAt: now(),
      tries: 0,
    });
    commit({ updates: [numbering.toUpdate()], appends: [notice] });
    return true;
  });
  if (queued) wakeSender(now());
}
