/** Rows of ポイント that 要約 remembers and that are gone: somebody deleted them, or wrote over their 受付番号. */
import { deleteProperty, writeProperties } from '../../platform/properties';
import { points } from '../../sheets/schema';
import { PROPERTY, type Installation } from '../installation/installation';
import type { PointGround } from './point-ground';

/** Most that are named on ホーム. */
const NAMED = 20;

/** Compares what was read of some people, and keeps what is missing until it is back; one contact if that changes. */
export function noteLostRows({ people, records }: PointGround, { properties }: Installation): void {
  const before = lostReceipts(properties);
  const lost = new Set(before);
  for (const [number, { summary }] of people) {
    const present = (records.get(number) ?? []).map(({ values }) => values.receipt);
    present.forEach((receipt) => lost.delete(receipt));
    for (const receipt of Object.keys(summary.rows[points.title] ?? {}))
      if (!present.includes(receipt)) lost.add(receipt);
  }
  const text = [...lost].slice(0, NAMED).join(' ');
  if (text === before.join(' ')) return;
  if (text === '') deleteProperty(PROPERTY.lostPoints);
  else writeProperties({ [PROPERTY.lostPoints]: text });
}

/** What a person reads about them on ホーム; none if nothing is missing. */
export function lostRowFindings({ properties }: Installation): string[] {
  const lost = lostReceipts(properties);
  return lost.length === 0
    ? []
    : [
        `シート「ポイント」に、次の受付番号の行がありません。消したときは「ファイル」→「変更履歴」から戻してください：${lost.join('、')}`,
      ];
}

function lostReceipts(properties: Installation['properties']): string[] {
  return (properties[PROPERTY.lostPoints] ?? '').split(' ').filter((receipt) => receipt !== '');
}
