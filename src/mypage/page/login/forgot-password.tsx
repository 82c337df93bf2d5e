import { useRef, useState } from 'preact/hooks';
import type { Office } from '../../../contract/mypage';
import { createClientKeys } from '../../../ui/client-key';
import { Notice } from '../../../ui/notice';
import { CallLine } from '../parts/call-line';
import { PageForm } from '../parts/page-form';
import { SubmitButton } from '../parts/submit-button';
import { mend, useForm } from '../parts/use-form';
import { ask } from '../server';
import { sayField, sayRefusal } from '../words';
import { HelpPage } from './help-page';
import { NumberField } from './number-field';

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
          <PageForm failure={failure} onSubmit={() => send(request)}>
            <NumberField
              label={numberLabel}
              value={number}
              onInput={onNumber}
              problems={failure?.problems ?? []}
            />
            <div>
              <SubmitButton busy={busy} busyText="送っています。">
                仮パスワードを受け取る
              </SubmitButton>
            </div>
          </PageForm>
        </>
      )}
    </HelpPage>
  );
}
