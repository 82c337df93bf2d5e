import { useRef, useState } from 'preact/hooks';
import type { Office } from '../../../contract/mypage';
import { createClientKeys } from '../../../ui/client-key';
import { DateParts, dayOfParts, isBlankDay, NO_DAY } from '../../../ui/date-parts';
import { problemOf, type Problem } from '../../../ui/error-summary';
import { Notice } from '../../../ui/notice';
import { PhoneText } from '../../../ui/phone-text';
import { TextField } from '../../../ui/text-field';
import { PageForm } from '../parts/page-form';
import { SubmitButton } from '../parts/submit-button';
import { mend, useForm } from '../parts/use-form';
import { ask } from '../server';
import { phoneLine, sayField, sayRefusal } from '../words';
import { HelpPage } from './help-page';

/** Asks for the number by mail to the address on file; the answer is always the same. */
export function ForgotNumber({
  numberLabel,
  office,
  onBack,
}: {
  numberLabel: string;
  office: Office | undefined;
  onBack: () => void;
}) {
  const [mail, setMail] = useState('');
  const [birth, setBirth] = useState(NO_DAY);
  const [done, setDone] = useState(false);
  const keys = useRef(createClientKeys()).current;
  const { busy, failure, send } = useForm();

  const request = async () => {
    const birthDate = dayOfParts(birth);
    const problems: Problem[] = [];
    if (mail.trim() === '') problems.push({ id: 'mail', text: sayField('REQUIRED', 'メールアドレス') });
    if (isBlankDay(birth)) problems.push({ id: 'birth', text: sayField('REQUIRED', '生年月日') });
    else if (!birthDate) problems.push({ id: 'birth', text: sayField('NOT_A_DATE', '生年月日') });
    if (problems.length > 0 || !birthDate) return mend(problems);
    const args = { mail, birthDate };
    const reply = await ask('requestNumber', args, { key: keys.keyFor(args) });
    if (!reply.ok) return { ...sayRefusal(reply, office, Date.now()), problems: [] };
    keys.settled();
    setDone(true);
    return undefined;
  };
  const problems = failure?.problems ?? [];

  return (
    <HelpPage title={`${numberLabel}がわからない方`} onBack={onBack}>
      {done ? (
        <Notice kind="good" title="受け付けました。" live>
          <p>
            入力された内容が台帳の記録と同じときは、登録されているメールアドレスに{numberLabel}
            をお送りします。
          </p>
          {phoneLine(office, '届かないときは、お電話ください：').map((line) => (
            <p key={line}>
              <PhoneText text={line} />
            </p>
          ))}
        </Notice>
      ) : (
        <>
          <p>{numberLabel}は、資格認定証書にあります。お手元にないときは、メールでお知らせします。</p>
          <PageForm failure={failure} onSubmit={() => send(request)}>
            <TextField
              id="mail"
              label="メールアドレス"
              support="事務局に登録したメールアドレスです。"
              inputMode="email"
              autocomplete="email"
              value={mail}
              onInput={setMail}
              error={problemOf(problems, 'mail')}
            />
            <DateParts
              id="birth"
              label="生年月日"
              value={birth}
              onInput={setBirth}
              error={problemOf(problems, 'birth')}
            />
            <div>
              <SubmitButton busy={busy} busyText="送っています。">
                {numberLabel}を受け取る
              </SubmitButton>
            </div>
          </PageForm>
        </>
      )}
    </HelpPage>
  );
}
