import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button';
import { ChoiceField } from '../../../ui/choice-field';
import { CloseButton } from '../parts/close-button';
import { PrintCertificates } from './print-certificates';
import { PrintLetters } from './print-letters';
import { PrintResolution } from './print-resolution';
import './print.css';

const KINDS = [
  { value: 'resolution', name: '決裁一覧（A4横）' },
  { value: 'certificates', name: '資格認定証書' },
  { value: 'labels', name: '宛名ラベル' },
  { value: 'list', name: '発送の一覧・差込データ' },
  { value: 'letters', name: '郵送する通知' },
] as const;
type Kind = (typeof KINDS)[number]['value'];

/** 印刷: choose what, look at it, print it; certificate, label, list and 差込データ stand in one order with one serial. */
export function Print() {
  const [kind, setKind] = useState<Kind>('resolution');
  return (
    <main class="panel dialog-page print-page">
      <div class="screen-only flow">
        <h1>印刷</h1>
        <ChoiceField
          id="print-kind"
          label="印刷するもの"
          value={kind}
          onInput={(value) => setKind(value as Kind)}
          choices={KINDS}
        />
        <div class="buttons">
          <Button kind="primary" onClick={() => globalThis.print()}>
            印刷する
          </Button>
          <CloseButton />
        </div>
      </div>
      {kind === 'resolution' && <PrintResolution />}
      {kind === 'letters' && <PrintLetters />}
      {(kind === 'certificates' || kind === 'labels' || kind === 'list') && (
        <PrintCertificates key={kind} kind={kind} />
      )}
    </main>
  );
}
