import type { ComponentChildren } from 'preact';
import type { Office } from '../../../contract/mypage';
import { Notice } from '../../../ui/notice';
import { PhoneText } from '../../../ui/phone-text';
import { phoneLine } from '../words';

/** What happens after something was received: the lines given, whether a mail tells so, whom to ask. */
export function ReceiptNotice({
  mailed,
  office,
  children,
}: {
  mailed: boolean;
  office: Office;
  children: ComponentChildren;
}) {
  return (
    <Notice title="このあとのこと">
      {children}
      <p>
        {mailed
          ? '受付のお知らせを、登録されているメールアドレスへお送りします。'
          : '受付のお知らせのメールはお送りしません。受付番号をお控えください。'}
      </p>
      {phoneLine(office, 'お問い合わせのときは、受付番号をお知らせください。お電話：').map((line) => (
        <p key={line}>
          <PhoneText text={line} />
        </p>
      ))}
    </Notice>
  );
}
