import type { MypageView } from '../../../contract/mypage';
import { writeDay } from '../../../domain/fields/date';
import { dayOfInstant } from '../../../domain/fields/instant';
import { Button } from '../../../ui/button';
import { DescriptionList } from '../../../ui/description-list';
import { ChangeList } from './ledger-confirm';
import { receivedAt, type Received } from './ledger-done';
import { ledgerList } from './ledger-list';

interface LedgerPrintProps {
  view: MypageView;
  /** The receipt to print; without one it is 台帳 as it is today. */
  received: Received | undefined;
  onBack: () => void;
}

/** 控え on one A4 page: who, when, and either 台帳 or what was received. */
export function LedgerPrint({ view, received, onBack }: LedgerPrintProps) {
  const { name, number, numberLabel } = view;
  const today = writeDay(dayOfInstant(Date.now()));
  return (
    <div class="view sheet">
      <h1 tabIndex={-1}>{received ? '変更の届出の控え（規定第12条の2）' : '職業紹介士台帳の控え'}</h1>
      <div class="buttons screen-only">
        <Button kind="primary" onClick={() => globalThis.print()}>
          印刷する
        </Button>
        <Button onClick={onBack}>もどる</Button>
      </div>
      <DescriptionList
        items={[
          { name: 'お名前', value: `${name} 様` },
          { name: numberLabel, value: number },
          ...(received
            ? [
                { name: '受付番号', value: <strong>{received.receipt}</strong> },
                { name: '受付日時', value: receivedAt(received.at) },
              ]
            : [{ name: '印刷した日', value: `${today} 現在` }]),
        ]}
      />
      <section>
        <h2>{received ? '届け出た内容' : '登録されている内容'}</h2>
        {received ? <ChangeList changes={received.changes} /> : <DescriptionList items={ledgerList(view)} />}
      </section>
    </div>
  );
}
