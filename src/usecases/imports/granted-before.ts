/** Points approved for a presence that a corrected list takes back: nothing is undone by itself, a person is told which. */
import { daysOverlap, sameActivity } from '../../domain/activity';
import { standingOf } from '../../domain/application-state';
import { numberKey } from '../../domain/fields/number';
import { readFound } from '../../sheets/read-found';
import { points } from '../../sheets/schema';
import type { ListedRow } from './match-list';

/** 受付番号 by line of the list; two contacts, none where no presence is taken back. */
export function grantedBefore(listed: readonly ListedRow[]): ReadonlyMap<number, string> {
  const absent = listed.filter(
    ({ corrects, number, row }) => corrects !== '' && number !== '' && row.presence !== '出席',
  );
  if (absent.length === 0) return new Map();
  const approved = readFound([{ tab: points, texts: [...new Set(absent.map(({ number }) => number))] }])
    .rowsOf(points)
    .map(({ values }) => values)
    .filter((values) => standingOf(values).state === '承認');
  return new Map(
    absent.flatMap(({ row, number, activity }): [number, string][] => {
      const days = { attendedOn: activity.attendedOn, endedOn: '' };
      const own = approved.find(
        (one) =>
          numberKey(one.number) === numberKey(number) &&
          sameActivity(one, activity) &&
          daysOverlap(one, days),
      );
      return own ? [[row.line, own.receipt]] : [];
    }),
  );
}
