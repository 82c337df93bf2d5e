/** 差込データ: certificates and addresses for the office's own template, as Excel opens it. */
import type { CertificateCase } from '../../../contract/office-certificates';

const HEADERS = [
  '連番',
  '証書番号',
  '登録番号',
  '記載氏名',
  '外字',
  '事由',
  '有効期間',
  '開始日',
  '満了日',
  '交付日',
  '郵便番号',
  '住所1',
  '住所2',
  '住所3',
  '宛名',
];

/** CSV with a byte-order mark (Excel), CRLF, every cell quoted; no cell can be taken for a formula. */
export function mergeData(cases: readonly CertificateCase[]): string {
  const lines = cases.map((each) => [
    String(each.serial),
    each.certificate,
    each.number,
    each.printedName,
    each.gaiji,
    each.cause,
    each.period,
    each.periodStart,
    each.periodEnd,
    each.issued,
    each.label.postalCode,
    ...[0, 1, 2].map((at) => each.label.lines[at] ?? ''),
    each.label.name,
  ]);
  return `\ufeff${[HEADERS, ...lines].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}
