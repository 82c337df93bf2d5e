import { useState } from 'preact/hooks';
import type { MypageValues, Office } from '../../../contract/mypage';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { problemOf } from '../../../ui/error-summary';
import { PasswordField } from '../../../ui/password-field';
import { TextField } from '../../../ui/text-field';
import { FormFailure } from '../parts/form-failure';
import { ask } from '../server';
import { mend, useForm, type Failure } from '../parts/use-form';
import { sayField, sayLoginFailed, sayRefusal } from '../words';

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
    <form
      class="form login"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(login);
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
        error={problemOf(problems, 'number')}
      />
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
        <Button type="submit" kind="primary" size="wide" busy={busy}>
          ログイン
        </Button>
        <Busy when={busy} text="確認しています。このままお待ちください。" />
      </div>
    </form>
  );
}
