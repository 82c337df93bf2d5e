import type { MypageView } from '../../../contract/mypage';
import { Button } from '../../../ui/button';
import { ChoiceField } from '../../../ui/choice-field';
import { problemOf } from '../../../ui/error-summary';
import { MailText } from '../../../ui/mail-text';
import { PasswordField } from '../../../ui/password-field';
import { TextField } from '../../../ui/text-field';
import { PageForm } from '../parts/page-form';
import { SubmitButton } from '../parts/submit-button';
import type { Failure } from '../parts/use-form';
import { FIELDS, mailItems, type MailDraft } from './mail-draft';
import { MailHint } from './mail-hint';

interface MailFormProps {
  view: MypageView;
  draft: MailDraft;
  onType: (part: Partial<MailDraft>) => void;
  password: string;
  onPassword: (password: string) => void;
  shown: boolean;
  onShow: (shown: boolean) => void;
  busy: boolean;
  failure: Failure | undefined;
  onSend: () => void;
  onCode: () => void;
  onCancel: () => void;
}

/** The new address and the own password; a code goes to the address. */
export function MailForm({
  view,
  draft,
  busy,
  failure,
  onType,
  onSend,
  onCode,
  onCancel,
  ...rest
}: MailFormProps) {
  const { mail, kind } = mailItems(view);
  const error = (name: keyof typeof FIELDS) => problemOf(failure?.problems ?? [], FIELDS[name].id);
  const domain = view.office.mail.split('@')[1];
  return (
    <div class="view">
      <h1 tabIndex={-1}>メールアドレスの変更</h1>
      <div class="stack">
        <p>
          いまのメールアドレス：
          {mail?.value ? <MailText mail={mail.value} /> : '（登録がありません）'}
        </p>
        <p>
          新しいメールアドレスに、6けたの<strong>確認コード</strong>
          をお送りします。メールを見られるようにして、お進みください。
        </p>
        {domain && (
          <p>迷惑メールの設定をしている方は、先に「@{domain}」からのメールを受け取れるようにしてください。</p>
        )}
      </div>
      <PageForm narrow failure={failure} onSubmit={onSend}>
        <div class="stack">
          <TextField
            {...FIELDS.mail}
            support="ご自分だけが読めるアドレスにしてください。スマートフォンのアドレスでもかまいません。"
            value={draft.mail}
            onInput={(text) => onType({ mail: text })}
            autocomplete="email"
            inputMode="email"
            error={error('mail')}
          />
          <MailHint value={draft.mail} onInput={(text) => onType({ mail: text })} />
        </div>
        <TextField
          {...FIELDS.again}
          support="まちがいを防ぐため、もう一度入力してください。"
          value={draft.again}
          onInput={(text) => onType({ again: text })}
          autocomplete="email"
          inputMode="email"
          error={error('again')}
        />
        {kind && (
          <ChoiceField
            {...FIELDS.kind}
            label={kind.label}
            value={draft.kind || kind.value}
            onInput={(text) => onType({ kind: text })}
            choices={kind.choices.map((value) => ({ value, name: value }))}
            optional
            error={error('kind')}
          />
        )}
        <PasswordField
          {...FIELDS.password}
          support="ご本人の確認のため、ログインのときのパスワードを入力してください。"
          value={rest.password}
          onInput={rest.onPassword}
          shown={rest.shown}
          onShow={rest.onShow}
          autocomplete="current-password"
          error={error('password')}
        />
        <div class="stack">
          <SubmitButton busy={busy} busyText="送っています。">
            確認コードを受け取る
          </SubmitButton>
          <Button size="wide" onClick={() => !busy && onCode()}>
            確認コードを入力する
          </Button>
          <Button size="wide" onClick={() => !busy && onCancel()}>
            変更をやめる
          </Button>
        </div>
      </PageForm>
    </div>
  );
}
