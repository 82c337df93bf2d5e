import { useRef, useState } from 'preact/hooks';
import type { Office } from '../../../contract/mypage';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { createClientKeys } from '../../../ui/client-key';
import { problemOf } from '../../../ui/error-summary';
import { Notice } from '../../../ui/notice';
import { TextField } from '../../../ui/text-field';
import { CallLine } from '../parts/call-line';
import { FormFailure } from '../parts/form-failure';
import { HelpPage } from './help-page';
import { ask } from '../server';
import { mend, useForm } from '../parts/use-form';
import { sayField, sayRefusal } from '../words';

interface ForgotPasswordProps {
  number: string;
  onNumber: (number: string) => void;
  numberLabel: string;
  office: Office | undefined;
  onBack: () => void;
}

/** Asks for a new temporary password; the answer is the same whether the number is known or not. */
export function ForgotPassword({ number, onNumber, numberLabel, office, onBack }: ForgotPasswordProps) {
  const [done, setDone] = useState(false);
  const keys = useRef(createClientKeys()).current;
  const { busy, failure, send } = useForm();

  const request = async () => {
    if (number.trim() === '') return mend([{ id: 'number', text: sayField('REQUIRED', numberLabel) }]);
    const args = { number };
    const reply = await ask('requestPassword', args, { key: keys.keyFor(args) });
    if (!reply.ok) return { ...sayRefusal(reply, office, Date.now()), problems: [] };
    keys.settled();
    setDone(true);
    return undefined;
  };

  return (
    <HelpPage title="パスワードをお忘れの方" onBack={onBack}>
      {done ? (
        <Notice kind="good" title="受け付けました。" live>
          <p>台帳にメールアドレスがある方へ、新しい仮パスワードをメールでお送りします。</p>
          <p>数分たっても届かないときは、ログインの画面の「メールが届かない方」をご覧ください。</p>
          <CallLine office={office} before="メールアドレスが変わった方は、お電話ください：" />
        </Notice>
      ) : (
        <>
          <p>登録されているメールアドレスに、新しい仮パスワードをお送りします。</p>
          <form
            class="form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              send(request);
            }}
          >
            <FormFailure failure={failure} />
            <TextField
              id="number"
              label={numberLabel}
              support="資格認定証書にある番号です。"
              value={number}
              onInput={onNumber}
              autocomplete="username"
              error={problemOf(failure?.problems ?? [], 'number')}
            />
            <div>
              <Button type="submit" kind="primary" size="wide" busy={busy}>
                仮パスワードを受け取る
              </Button>
              <Busy when={busy} text="送っています。このままお待ちください。" />
            </div>
          </form>
        </>
      )}
    </HelpPage>
  );
}
