import type { ComponentChildren } from 'preact';
import type { MypageView } from '../../contract/mypage';
import { Button } from '../../ui/button';
import { DescriptionList } from '../../ui/description-list';
import { MailText } from '../../ui/mail-text';
import { editable } from './ledger-draft';
import { FixedItems } from './ledger-fixed';

/** 台帳: the items the office shows to the person, to read, to print and to change. */
export function Ledger({
  view,
  onChange,
  below,
}: {
  view: MypageView;
  onChange: () => void;
  below: ComponentChildren;
}) {
  const { ledger, name, number, numberLabel } = view;
  return (
    <div class="view">
      <h1 tabIndex={-1}>台帳の確認・修正（規定第12条の2による変更の届出）</h1>
      <p class="print-only">
        {name} 様（{numberLabel} {number}）
      </p>
      {editable(view).length > 0 && (
        <div class="stack screen-only">
          <p>住所や連絡先などが変わったときは、ここから届け出てください。</p>
          <div>
            <Button kind="primary" onClick={onChange}>
              変更する
            </Button>
          </div>
        </div>
      )}
      <DescriptionList
        items={ledger.map(({ label, text, help, kind }) => ({
          name: label,
          value:
            text === '' ? (
              <span class="quiet">（登録がありません）</span>
            ) : kind === 'メール' ? (
              <MailText mail={text} />
            ) : (
              text
            ),
          ...(help !== '' && { note: help }),
        }))}
      />
      {below}
      <FixedItems view={view} />
      <div class="screen-only">
        <Button onClick={() => globalThis.print()}>印刷する</Button>
      </div>
    </div>
  );
}
