/** 記載氏名 and 送付先 as a person confirmed them. */
import { DomainError } from '../../domain/errors';
import { plainLine } from '../../domain/fields/text';
import type { ledger, RowOf } from '../../sheets/schema';
import { hasAddress } from './label';

const MOST = 50;

export interface Printed {
  printedName: string;
  sendTo: '自宅' | '事業所';
}

/** As they are stored. DomainError `INVALID`: printedName REQUIRED | TOO_LONG | NOT_ALLOWED, sendTo NO_ADDRESS. */
export function requirePrinted({ printedName, sendTo }: Printed, own: RowOf<typeof ledger>): Printed {
  const line = plainLine(printedName);
  const name =
    line === undefined ? 'NOT_ALLOWED' : line === '' ? 'REQUIRED' : line.length > MOST ? 'TOO_LONG' : '';
  if (name !== '') throw new DomainError('INVALID', { printedName: name });
  if (!hasAddress(own, sendTo)) throw new DomainError('INVALID', { sendTo: 'NO_ADDRESS' });
  return { printedName: line ?? '', sendTo };
}
