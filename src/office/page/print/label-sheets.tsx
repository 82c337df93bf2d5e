import type { OfficeValues } from '../../../contract/office';
import type { CertificateCase } from '../../../contract/office-certificates';
import { labelSize } from './label-fit';

/** Millimetres of the label sheets in common use: columns, rows, a label, and the margin before the first. */
const SHEETS = {
  '12面': { columns: 2, rows: 6, width: 86.4, height: 42.3, left: 18.6, top: 21.6 },
  '24面': { columns: 3, rows: 8, width: 64, height: 33.9, left: 9, top: 12.9 },
} as const;

interface LabelSheetsProps {
  cases: readonly CertificateCase[];
  sheet: OfficeValues['certificateQueue']['sheet'];
}

/** 宛名ラベル, sheet by sheet, moved by the offsets of 設定; each with the serial of its 証書. */
export function LabelSheets({ cases, sheet: { faces, x, y } }: LabelSheetsProps) {
  const { columns, rows, width, height, left, top } = SHEETS[faces];
  const sheets = Array.from({ length: Math.ceil(cases.length / (columns * rows)) }, (_, at) =>
    cases.slice(at * columns * rows, (at + 1) * columns * rows),
  );
  return (
    <>
      {sheets.map((labels, page) => (
        <section key={page} class="label-sheet" aria-label={`宛名ラベル ${String(page + 1)}枚目`}>
          {labels.map(({ certificate, serial, label, number }, at) => (
            <div
              key={certificate}
              class="label"
              style={{
                left: `${String(left + x + (at % columns) * width)}mm`,
                top: `${String(top + y + Math.floor(at / columns) * height)}mm`,
                width: `${String(width)}mm`,
                height: `${String(height)}mm`,
                fontSize: `${String(labelSize(label.lines, label.name, { width, height }))}pt`,
              }}
            >
              <p class="head">
                <span>{label.postalCode !== '' && `〒${label.postalCode}`}</span>
                <span class="mark">
                  {serial}・{number}
                </span>
              </p>
              {label.lines.map((line, index) => (
                <p key={index}>{line}</p>
              ))}
              <p class="to">{label.name}</p>
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
