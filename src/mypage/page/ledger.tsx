import type { MypageView } from '../../contract/mypage';
import { Button } from '../../ui/button';
import { DescriptionList } from '../../ui/description-list';
import { MailText } from '../../ui/mail-text';
import { Notice } from '../../ui/notice';
import { PhoneText } from '../../ui/phone-text';

/** 台帳: the items the office shows to the person, to read and to print. */
export function Ledger({ view }: { view: MypageView }) {
  const { office, ledger, name, number, numberLabel } = view;
  return (
    <div class="view">
      <h1 tabIndex={-1}>台帳の確認・修正（規定第12条の2による変更の届出）</h1>
      <p class="print-only">
        {name} 様（{numberLabel} {number}）
      </p>
      <Notice title="直すところがあるとき">
        <p>いまは、お電話かメールでお知らせください。事務局で直します。</p>
        {office.phone && (
          <p>
            <PhoneText text={`電話 ${office.phone}${office.hours && `（${office.hours}）`}`} />
          </p>
        )}
      </Notice>
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
      <div class="screen-only">
        <Button onClick={() => globalThis.print()}>印刷する</Button>
      </div>
    </div>
  );
}
