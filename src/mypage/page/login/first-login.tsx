import { useRef, useState } from 'preact/hooks';
import type { MypageView, Office } from '../../../contract/mypage';
import { Button } from '../../../ui/button';
import { createClientKeys } from '../../../ui/client-key';
import { DateParts, dayOfParts, isBlankDay, NO_DAY } from '../../../ui/date-parts';
import { problemOf, type Problem } from '../../../ui/error-summary';
import { PasswordField } from '../../../ui/password-field';
import { PageForm } from '../parts/page-form';
import { SubmitButton } from '../parts/submit-button';
import { mend, useForm, type Failure } from '../parts/use-form';
import { ask, type Refusal } from '../server';
import { sayField, sayFirstLoginFailed, sayRefusal } from '../words';
import { makePasswordOf } from './password-maker';

interface FirstLoginProps {
  token: string;
  askBirthDate: boolean;
  passwordLength: number;
  office: Office | undefined;
  onDone: (token: string, view: MypageView) => void;
  onEnded: () => void;
}

/** The fields as the contract names them; their ids differ from those of the login form, which may stand beside them. */
const FIELDS = {
  birthDate: { id: 'birth-date', label: '生年月日' },
  password: { id: 'new-password', label: '新しいパスワード' },
  again: { id: 'new-password-again', label: '新しいパスワード（確認）' },
};
type FieldName = keyof typeof FIELDS;

function problemWith(name: FieldName, code: string, length: number): Problem {
  const { id, label } = FIELDS[name];
  return { id, text: sayField(code, label, length) };
}

/** はじめての方: birth date and an own password. */
export function FirstLogin({
  token,
  askBirthDate,
  passwordLength,
  office,
  onDone,
  onEnded,
}: FirstLoginProps) {
  const [birth, setBirth] = useState(NO_DAY);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [shown, setShown] = useState(true);
  const [made, setMade] = useState(false);
  const keys = useRef(createClientKeys()).current;
  const { busy, failure, send, forget } = useForm();
  const length = [...password.normalize('NFKC')].length;

  const check = (): Problem[] => {
    const problems: Problem[] = [];
    const add = (name: FieldName, code: string) => problems.push(problemWith(name, code, passwordLength));
    if (askBirthDate && isBlankDay(birth)) add('birthDate', 'REQUIRED');
    else if (askBirthDate && !dayOfParts(birth)) add('birthDate', 'NOT_A_DATE');
    if (password === '') add('password', 'REQUIRED');
    else if (length < passwordLength) add('password', 'TOO_SHORT');
    if (again === '') add('again', 'REQUIRED');
    else if (again.normalize('NFKC') !== password.normalize('NFKC'))
      problems.push({
        id: FIELDS.again.id,
        text: '2つの「新しいパスワード」が同じではありません。もう一度入力してください。',
      });
    return problems;
  };

  const refused = (reply: Refusal): Failure | undefined => {
    if (reply.code === 'SESSION_ENDED') return (onEnded(), undefined);
    if (reply.code === 'FIRST_LOGIN_FAILED')
      return { ...sayFirstLoginFailed(office), problems: [problemWith('birthDate', '', passwordLength)] };
    const problems = Object.entries(reply.fields ?? {})
      .filter(([name]) => name in FIELDS)
      .map(([name, code]) => problemWith(name as FieldName, code, passwordLength));
    return { ...sayRefusal(reply, office, Date.now()), problems };
  };

  const set = async () => {
    const problems = check();
    if (problems.length > 0) return mend(problems);
    const birthDate = askBirthDate ? dayOfParts(birth) : undefined;
    const args = birthDate ? { birthDate, password } : { password };
    const reply = await ask('firstLogin', args, { token, key: keys.keyFor(args) });
    if (!reply.ok) return refused(reply);
    keys.settled();
    onDone(reply.value.token, reply.value.view);
    return undefined;
  };

  const make = () => {
    const text = makePasswordOf(passwordLength);
    setPassword(text);
    setAgain(text);
    setShown(true);
    setMade(true);
    forget(FIELDS.password.id, FIELDS.again.id);
  };
  const problems = failure?.problems ?? [];

  return (
    <div class="view login">
      <h1 tabIndex={-1}>はじめての方</h1>
      <p>
        {askBirthDate && 'ご本人の確認のため、生年月日を入力してください。'}
        次回から使うパスワードを、ご自分で決めていただきます。
      </p>
      <PageForm failure={failure} onSubmit={() => send(set)}>
        {askBirthDate && (
          <DateParts
            id={FIELDS.birthDate.id}
            label={FIELDS.birthDate.label}
            support="西暦・昭和・平成・令和のどれでも入力できます。"
            value={birth}
            onInput={setBirth}
            error={problemOf(problems, FIELDS.birthDate.id)}
          />
        )}
        <div class="stack">
          <PasswordField
            id={FIELDS.password.id}
            label={FIELDS.password.label}
            support={
              <>
                {passwordLength}
                文字以上。3つの単語を続けると、長くても覚えやすくなります。記号や大文字は、なくてもかまいません。
              </>
            }
            value={password}
            onInput={(text) => {
              setPassword(text);
              setMade(false);
            }}
            shown={shown}
            onShow={setShown}
            autocomplete="new-password"
            error={problemOf(problems, FIELDS.password.id)}
          />
          <p class="quiet">
            {length === 0
              ? '自分で思いつかないときは、こちらをお使いください。'
              : length < passwordLength
                ? `いま${String(length)}文字です。あと${String(passwordLength - length)}文字入れてください。`
                : `いま${String(length)}文字です。`}
          </p>
          <div>
            <Button size="small" onClick={make}>
              おまかせで作る
            </Button>
          </div>
          <div role="status">
            {made && (
              <p class="made">
                「{password}」を入れました。<strong>紙などに書きとめてから</strong>
                、「設定する」を押してください。
              </p>
            )}
          </div>
        </div>
        <PasswordField
          id={FIELDS.again.id}
          label={FIELDS.again.label}
          support="確認のため、同じものをもう一度入力してください。"
          value={again}
          onInput={setAgain}
          shown={shown}
          autocomplete="new-password"
          error={problemOf(problems, FIELDS.again.id)}
        />
        <div>
          <SubmitButton busy={busy} busyText="設定しています。">
            設定する
          </SubmitButton>
        </div>
      </PageForm>
    </div>
  );
}
