import type { MypageValues, Office } from '../../../contract/mypage';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { LoginForm } from './login-form';

interface EndedProps {
  number: string;
  onNumber: (number: string) => void;
  numberLabel: string;
  office: Office | undefined;
  onLogin: (value: MypageValues['login']) => void;
  onLeave: () => void;
}

/** Over a view whose visit has ended: log in again and go on where one was. */
export function Ended({ onLeave, ...form }: EndedProps) {
  return (
    <div class="view">
      <h1 tabIndex={-1}>もう一度ログインしてください</h1>
      <Notice kind="warning" live>
        <p>時間がたったため、安全のためログアウトしました。入力された内容は残っています。</p>
      </Notice>
      <LoginForm {...form} />
      <div>
        <Button size="small" onClick={onLeave}>
          入力を消して終わる
        </Button>
      </div>
    </div>
  );
}
