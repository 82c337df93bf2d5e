import type { MypageView } from '../../../contract/mypage';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { mailItems } from './mail-draft';

/** Said while mails to the address of 台帳 come back; nothing otherwise. */
export function MailFails({ view, onMail }: { view: MypageView; onMail: () => void }) {
  if (!view.mailFails) return null;
  return (
    <Notice kind="warning" title="お知らせのメールが届いていません">
      <p>登録されているメールアドレスにお送りしたメールが、もどってきました。</p>
      {mailItems(view).mail ? (
        <div>
          <Button onClick={onMail}>メールアドレスの変更</Button>
        </div>
      ) : (
        <p>事務局へご連絡ください。</p>
      )}
    </Notice>
  );
}
