/** The address a certificate or letter goes to, as 宛名 keeps it: 〒, lines, name. */
import type { ledger, RowOf } from '../../sheets/schema';

export interface Label {
  postalCode: string;
  lines: string[];
  /** With 様. */
  name: string;
}

type Ledger = RowOf<typeof ledger>;

/** 自宅 or 事業所 as 台帳 has it now. */
export function labelOf(own: Ledger, sendTo: string): Label {
  const { postalCode, address, building, companyPostalCode, companyAddress, company, department } = own;
  const office = sendTo === '事業所';
  const lines = office ? [companyAddress, company, department] : [address, building];
  return {
    postalCode: office ? companyPostalCode : postalCode,
    lines: lines.filter((line) => line !== ''),
    name: `${own.name} 様`,
  };
}

/** Whether 台帳 has an address there. */
export function hasAddress(own: Ledger, sendTo: string): boolean {
  return (sendTo === '事業所' ? own.companyAddress : own.address) !== '';
}

/** 宛名 as the cell keeps it. */
export function writeLabel({ postalCode, lines, name }: Label): string {
  return [`〒${postalCode}`, ...lines, name].join('\n');
}

/** 宛名 of the cell; somebody may have typed into it. */
export function readLabel(text: string): Label {
  const lines = text.split('\n').map((line) => line.trim());
  const first = /^〒/.test(lines[0] ?? '') ? (lines.shift() ?? '') : '';
  return { postalCode: first.slice(1), name: lines.pop() ?? '', lines };
}

/** As far as an address may stand in a mail: 都道府県 and 市区町村. */
export function cityOf({ lines: [address = ''] }: Label): string {
  return /^(?:北海道|東京都|京都府|大阪府|.{2,3}県)?.{1,7}?[市区町村]/.exec(address)?.[0] ?? '';
}
