import type { MypageValues, Office } from '../../../contract/mypage';
import { Notice } from '../../../ui/notice';
import { LoginForm } from './login-form';

/** A view before login. */
export type HelpPlace = 'forgot-password' | 'forgot-number' | 'no-mail';

const HELP: readonly { place: HelpPlace; name: (numberLabel: string) => string }[] = [
  { place: 'forgot-password', name: () => 'パスワードをお忘れの方' },
  { place: 'forgot-number', name: (numberLabel) => `${numberLabel}がわからない方` },
  { place: 'no-mail', name: () => 'メールが届かない方' },
];

interface LoginProps {
  number: string;
  onNumber: (number: string) => void;
  numberLabel: string;
  office: Office | undefined;
  /** What happened just before, e.g. 「ログアウトしました。」 */
  message: string | undefined;
  onLogin: (value: MypageValues['login']) => void;
  onHelp: (place: HelpPlace) => void;
}

/** The login view: the form and three ways of help under it. */
export function Login({ message, onHelp, ...form }: LoginProps) {
  return (
    <div class="view">
      <h1 tabIndex={-1}>ログイン</h1>
      {message && (
        <Notice kind="good" live>
          <p>{message}</p>
        </Notice>
      )}
      <LoginForm {...form} />
      <ul class="plain help-links">
        {HELP.map(({ place, name }) => (
          <li key={place}>
            <a
              href={`#${place}`}
              onClick={(event) => {
                event.preventDefault();
                onHelp(place);
              }}
            >
              {name(form.numberLabel)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
