import type { ComponentChildren } from 'preact';
import type { MypageView } from '../../../contract/mypage';
import { Button } from '../../../ui/button';
import { DescriptionList } from '../../../ui/description-list';
import { mailItems } from '../mail/mail-draft';
import { MailFails } from '../mail/mail-fails';
import { editable } from './ledger-draft';
import { FixedItems } from './ledger-fixed';
import { ledgerList } from './ledger-list';

interface LedgerProps {
  view: MypageView;
  onChange: () => void;
  onMail: () => void;
  onPrint: () => void;
  /** Stands below 台帳. */
  below: ComponentChildren;
}

/** 台帳: the items the office shows to the person, to read, to print and to change. */
export function Ledger({ view, onChange, onMail, onPrint, below }: LedgerProps) {
  const { ledger } = view;
  return (
    <div class="view">
      <h1 tabIndex={-1}>台帳の確認・修正（規定第12条の2による変更の届出）</h1>
      <MailFails view={view} onMail={onMail} />
      <div class="stack">
        {editable(view).length > 0 && <p>住所や連絡先などが変わったときは、ここから届け出てください。</p>}
        <div class="buttons">
          {editable(view).length > 0 && (
            <Button kind="primary" onClick={onChange}>
              変更する
            </Button>
          )}
          {mailItems(view).mail && !view.mailFails && <Button onClick={onMail}>メールアドレスの変更</Button>}
        </div>
      </div>
      <DescriptionList
        items={ledgerList(view).map((line, at) => ({
          ...line,
          ...(ledger[at]?.help && { note: ledger[at].help }),
        }))}
      />
      {below}
      <FixedItems view={view} />
      <div>
        <Button onClick={onPrint}>控えを印刷する</Button>
      </div>
    </div>
  );
}
