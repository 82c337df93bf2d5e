/** What follows from what somebody types into a row of 証書: the same as from the buttons of the sidebar. */
import { trackingText } from '../../domain/fields/tracking';
import { reachOf } from '../../domain/reach';
import type { RawCell } from '../../sheets/cell';
import { valuesOf } from '../../sheets/row';
import { certificates, type RowOf } from '../../sheets/schema';
import type { KnownPerson } from '../points/known-people';
import { placeOf } from './certificate-queue';
import { hasAddress, labelOf, writeLabel } from './label';

type Certificate = RowOf<typeof certificates>;

/** From these a 証書 becomes 作成済 with the address of that day. */
export const LABELLED_FROM: readonly string[] = ['作成待ち', '返戻'];

/** 宛名 as 台帳 has it now; undefined after 登録抹消 or without an address: nothing is labelled then. */
export function currentAddressee(certificate: string, person: KnownPerson): string | undefined {
  const place = placeOf(person, certificate);
  const { ledger } = person;
  return reachOf(ledger) && hasAddress(ledger, place) ? writeLabel(labelOf(ledger, place)) : undefined;
}

/**
 * Cells to be set beside the typed ones. 作成済 takes the address 台帳 has now, unless 宛名 was typed too; お問い合わせ番号 is
 * kept in half width. `seen`: the row as the system last saw it.
 */
export function besideTyped(
  row: Certificate,
  seen: Readonly<Record<string, RawCell>> | undefined,
  person: KnownPerson,
): Partial<Certificate> {
  const tracking = trackingText(row.tracking);
  const number = tracking === row.tracking ? {} : { tracking };
  const before = seen && valuesOf(certificates, seen);
  const isMade = row.state === '作成済' && before !== undefined && LABELLED_FROM.includes(before.state);
  if (!isMade || row.addressee !== before.addressee) return number;
  const addressee = currentAddressee(row.certificate, person);
  return addressee === undefined || addressee === row.addressee ? number : { ...number, addressee };
}
