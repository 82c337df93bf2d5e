/** The notice of a decision about a renewal; one that has not left yet is replaced, so that a decision taken back leaves no mail. */
import { writeDay, writeDeadline } from '../../domain/fields/date';
import { sendingTime } from '../../domain/sending-time';
import { now } from '../../platform/clock';
import type { RowUpdate } from '../../sheets/commit';
import type { Summary } from '../../sheets/summary';
import { notify, type News, type Told } from '../sending/notify-person';
import { stopUntold } from '../sending/untold';
import type { Numbering } from '../summary/numbering';
import type { Rules } from '../installation/rules';
import type { RenewalWrite } from './judge-decision';
import { cityOf, labelOf } from './label';
import type { RenewalGround } from './renewal-ground';

const CALL = '下記へお問い合わせください。';

/** What the person is told, and the 要約 that knows of it. `dueAt`: when a mail leaves. */
export function renewalNotice(
  one: RenewalWrite,
  next: { start: string; end: string } | undefined,
  summary: Summary,
  ground: RenewalGround,
  rules: Rules,
  numbering: Numbering,
): { updates: RowUpdate[]; told: Told; dueAt: number; notice: ReturnType<typeof notify> } {
  const { receipt, number } = one.row.values;
  const untold = ground.waiting.filter(({ values }) => values.about === receipt && values.number === number);
  const { updates, summary: left } = stopUntold(untold, summary);
  const dueAt = sendingTime(now(), rules);
  const news = newsOf(one, next, untold.length > 0, rules);
  const notice = news
    ? notify(one.person.ledger, { ...news, about: receipt, dueAt }, left, numbering, ground.found)
    : { told: 'nobody' as const, summary: left, appends: [] };
  return { updates, told: notice.told, dueAt, notice };
}

function newsOf(
  { row, person, set, words, from }: RenewalWrite,
  next: { start: string; end: string } | undefined,
  wasUntold: boolean,
  { settings }: Rules,
): Pick<News, 'kind' | 'fields' | 'subject'> | undefined {
  const write = (day: string) => writeDay(day, settings.dateOrder);
  const { reason = '', request = '' } = words;
  const why = { 理由: reason, お願い: request === '' ? CALL : request };
  const { values } = row;
  switch (words.decision) {
    case '承認': {
      const place = labelOf(person.ledger, values.sendTo);
      return {
        kind: '更新の承認',
        subject: '資格の更新を承認しました',
        fields: {
          新有効期間開始日: write(next?.start ?? ''),
          新有効期間満了日: write(next?.end ?? ''),
          証書の氏名: values.printedName,
          送付先: `${values.sendTo}（${cityOf(place)}）`,
        },
      };
    }
    case '不承認':
      return { kind: '更新の不承認', subject: '更新の申請の結果をお知らせします', fields: why };
    case '差戻し':
      return {
        kind: '更新の差戻し',
        subject: '更新の申請について確認をお願いします',
        fields: {
          ...why,
          補正期限: writeDeadline(set.fixBy ?? ''),
          申請日: write(values.receivedOn),
        },
      };
    case '取消':
      // What nobody was told needs no correction.
      return wasUntold || !['承認', '不承認'].includes(from)
        ? undefined
        : { kind: '更新の訂正', subject: '更新の申請についてのお知らせを訂正します', fields: why };
    default:
      return undefined;
  }
}
