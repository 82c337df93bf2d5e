import { useState } from 'preact/hooks';
import type { MypageValues, Office } from '../../../contract/mypage';
import { problemOf } from '../../../ui/error-summary';
import { PasswordField } from '../../../ui/password-field';
import { PageForm } from '../parts/page-form';
import { SubmitButton } from '../parts/submit-button';
import { mend, useForm, type Failure } from '../parts/use-form';
import { ask } from '../server';
import { sayField, sayLoginFailed, sayRefusal } from '../words';
import { NumberField } from './number-field';

interface LoginFormProps {
  number: string;
  onNumber: (number: string) => void;
  numberLabel: string;
  office: Office | undefined;
  onLogin: (value: MypageValues['login']) => void;
}

/** Number and password; on the login view, and over a view that ended. */
export function LoginForm({ number, onNumber, numberLabel, office, onLogin }: LoginFormProps) {
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const { busy, failure, send } = useForm();

  const login = async (): Promise<Failure | undefined> => {
    const blank = [
      { id: 'number', text: sayField('REQUIRED', numberLabel), value: number },
      { id: 'password', text: sayField('REQUIRED', 'パスワード'), value: password },
    ].filter(({ value }) => value.trim() === '');
    if (blank.length > 0) return mend(blank);
    const reply = await ask('login', { number, password });
    if (reply.ok) return (onLogin(reply.value), undefined);
    const saying =
      reply.code === 'LOGIN_FAILED'
        ? sayLoginFailed(reply, numberLabel, office, Date.now())
        : sayRefusal(reply, office, Date.now());
    return { ...saying, problems: [] };
  };
  const problems = failure?.problems ?? [];

  return (
    <PageForm narrow failure={failure} onSubmit={() => send(login)}>
      <NumberField label={numberLabel} value={number} onInput={onNumber} problems={problems} />
      <PasswordField
        id="password"
        label="パスワード"
        support="はじめての方は、メールでお送りした仮パスワードです。"
        value={password}
        onInput={setPassword}
        shown={shown}
        onShow={setShown}
        autocomplete="current-password"
        error={problemOf(problems, 'password')}
      />
      <div>
        <SubmitButton busy={busy} busyText="確認しています。">
          ログイン
        </SubmitButton>
      </div>
    </PageForm>
  );
}
