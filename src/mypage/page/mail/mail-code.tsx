import type { Office } from '../../../contract/mypage';
import { Button } from '../../../ui/button';
import { problemOf } from '../../../ui/error-summary';
import { MailText } from '../../../ui/mail-text';
import { Notice } from '../../../ui/notice';
import { TextField } from '../../../ui/text-field';
import { MailSteps } from '../login/no-mail';
import { CallLine } from '../parts/call-line';
import { PageForm } from '../parts/page-form';
import { SubmitButton } from '../parts/submit-button';
import type { Failure } from '../parts/use-form';
import { FIELDS, type MailDraft } from './mail-draft';

interface MailCodeProps {
  office: Office;
  draft: MailDraft;
  onType: (part: Partial<MailDraft>) => void;
  busy: boolean;
  failure: Failure | undefined;
  /** A code has just been sent once more. */
  resent: boolean;
  onSend: () => void;
  onResend: () => void;
  onMend: () => void;
}

/** The code that arrived at the new address, and what to do when none does. */
export function MailCode({ office, draft, busy, failure, resent, ...on }: MailCodeProps) {
  const { sent, code } = draft;
  return (
    <div class="view">
      <h1 tabIndex={-1}>確認コードの入力</h1>
      {sent === '' ? (
        <p>新しいメールアドレスに届いた、6けたの確認コードを入力してください。</p>
      ) : (
        <div class="stack">
          <p>
            <strong>
              <MailText mail={sent} />
            </strong>{' '}
            へ、6けたの確認コードをお送りします。数分のうちに届きます。30分のあいだ使えます。
          </p>
          <p>メールでコードを確かめ、この画面にもどって入力してください。</p>
        </div>
      )}
      <div role="status">
        {resent && (
          <Notice kind="good">
            <p>もう一度お送りします。数分お待ちください。</p>
          </Notice>
        )}
      </div>
      <PageForm narrow failure={failure} onSubmit={on.onSend}>
        <TextField
          {...FIELDS.code}
          support="メールにある6けたの数字です。全角・半角は、どちらでもかまいません。"
          value={code}
          onInput={(text) => on.onType({ code: text })}
          autocomplete="one-time-code"
          inputMode="numeric"
          error={problemOf(failure?.problems ?? [], FIELDS.code.id)}
        />
        <div>
          <SubmitButton busy={busy} busyText="確認しています。">
            このアドレスに変更する
          </SubmitButton>
        </div>
      </PageForm>
      <section class="card">
        <h2>コードが届かない方</h2>
        <ol class="stack">
          {sent !== '' && (
            <li>
              アドレスは「
              <MailText mail={sent} />
              」でよいですか。ちがうときは「アドレスを直す」を押してください。
            </li>
          )}
          <MailSteps office={office} />
          <li>設定を直したら、「もう一度コードを送る」を押してください。</li>
        </ol>
        <div class="buttons">
          <Button onClick={() => !busy && on.onResend()}>もう一度コードを送る</Button>
          <Button onClick={() => !busy && on.onMend()}>アドレスを直す</Button>
        </div>
        <CallLine office={office} before="それでも届かないときは、お電話ください：" />
      </section>
    </div>
  );
}
