import type { Office } from '../../../contract/mypage';
import { PhoneText } from '../../../ui/phone-text';
import { HelpPage } from './help-page';

/** What to try when the password mail does not arrive (facts/office.md F). */
export function NoMail({ office, onBack }: { office: Office | undefined; onBack: () => void }) {
  return (
    <HelpPage title="メールが届かない方" onBack={onBack}>
      <p>次の順にお確かめください。</p>
      <ol class="stack">
        <MailSteps office={office} />
        <li>設定を直したあと、「パスワードをお忘れの方」から、もう一度お受け取りください。</li>
      </ol>
      <p>
        仮パスワードは、メールアドレスのご連絡をいただいた方に、順にお送りしています。内容の確認に数日かかることがあります。
      </p>
      <div class="card">
        <h2>それでも届かないときは</h2>
        <p>
          メールアドレスの登録違いかもしれません。お電話でお調べします。メールをお使いになれない方も、ご相談ください。
        </p>
        {office?.phone && (
          <p>
            <PhoneText text={`電話 ${office.phone}${office.hours && `（${office.hours}）`}`} />
          </p>
        )}
      </div>
    </HelpPage>
  );
}

/** What may keep our mails from arriving, as items of a list. */
export function MailSteps({ office }: { office: Office | undefined }) {
  const domain = office?.mail.split('@')[1];
  return (
    <>
      <li>
        <strong>迷惑メールのフォルダー</strong>に入っていないか、ご覧ください。
      </li>
      <li>
        <strong>受信の設定</strong>で、{domain ? `「@${domain}」` : '事務局'}
        からのメールを受け取れるようにしてください。「なりすまし規制」や「URLリンク規制」で止まることがあります。
      </li>
      <li>
        <strong>受信箱がいっぱい</strong>のときは、不要なメールを消してください。
      </li>
    </>
  );
}
