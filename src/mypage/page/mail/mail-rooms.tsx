import { useRef, useState } from 'preact/hooks';
import type { MypageView } from '../../../contract/mypage';
import { createClientKeys } from '../../../ui/client-key';
import type { Received } from '../ledger/ledger-done';
import { mend, useForm, type Failure } from '../parts/use-form';
import { ask, type Refusal } from '../server';
import { sayRefusal } from '../words';
import { MailCode } from './mail-code';
import {
  mailChanges,
  mailItems,
  NO_MAIL,
  problemsOfCode,
  problemsOfMail,
  toldProblems,
  type MailDraft,
} from './mail-draft';
import { MailForm } from './mail-form';

/** The views of a change of the mail address. */
export type MailPlace = 'ledger-mail' | 'ledger-mail-code';

interface MailRoomsProps {
  place: MailPlace;
  go: (place: MailPlace | 'ledger', how?: 'push' | 'replace') => void;
  view: MypageView;
  token: string;
  draft: MailDraft;
  onType: (part: Partial<MailDraft>) => void;
  onView: (token: string, view: MypageView) => void;
  onDone: (received: Received) => void;
  onEnded: () => void;
}

/** メールアドレスの変更 → 確認コードを受け取る → このアドレスに変更する. */
export function MailRooms({
  place,
  go,
  view,
  token,
  draft,
  onType,
  onView,
  onDone,
  onEnded,
}: MailRoomsProps) {
  const askKeys = useRef(createClientKeys()).current;
  const codeKeys = useRef(createClientKeys()).current;
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [resent, setResent] = useState(false);
  const asking = useForm();
  const trying = useForm();

  const refused = (reply: Refusal): Failure | undefined => {
    if (reply.code === 'SESSION_ENDED') return (onEnded(), undefined);
    const saying = sayRefusal(reply, view.office, Date.now());
    return { ...saying, problems: toldProblems(reply.fields) };
  };

  const request = async (): Promise<Failure | undefined> => {
    const problems = problemsOfMail(draft, password);
    if (problems.length > 0) return mend(problems);
    const kind = draft.kind || mailItems(view).kind?.value;
    const args = { mail: draft.mail, password, ...(kind && { kind }) };
    const reply = await ask('requestMailChange', args, { token, key: askKeys.keyFor(args) });
    if (!reply.ok) return refused(reply);
    askKeys.settled();
    onView(reply.value.token, view);
    onType({ sent: reply.value.mail, ...(reply.value.mail === draft.sent ? {} : { code: '' }) });
    trying.send(() => Promise.resolve(undefined)); // what was wrong with an earlier code
    go('ledger-mail-code', place === 'ledger-mail' ? 'push' : 'replace');
    return undefined;
  };

  const confirm = async (): Promise<Failure | undefined> => {
    setResent(false);
    const problems = problemsOfCode(draft);
    if (problems.length > 0) return mend(problems);
    const args = { code: draft.code };
    const reply = await ask('confirmMailChange', args, { token, key: codeKeys.keyFor(args) });
    if (!reply.ok) return refused(reply);
    codeKeys.settled();
    const { token: next, view: mine, ...receipt } = reply.value;
    setPassword('');
    onType(NO_MAIL);
    onView(next, mine);
    onDone({ ...receipt, changes: mailChanges(view, mine) });
    return undefined;
  };

  const resend = async (): Promise<Failure | undefined> => {
    const failure = await request();
    setResent(!failure);
    return failure;
  };

  if (place === 'ledger-mail-code')
    return (
      <MailCode
        office={view.office}
        draft={draft}
        onType={onType}
        busy={trying.busy}
        failure={trying.failure}
        resent={resent}
        onSend={() => trying.send(confirm)}
        // After a new login the password has to be typed again.
        onResend={() => (password === '' ? go('ledger-mail') : trying.send(resend))}
        onMend={() => go('ledger-mail')}
      />
    );
  return (
    <MailForm
      view={view}
      draft={draft}
      onType={onType}
      password={password}
      onPassword={setPassword}
      shown={shown}
      onShow={setShown}
      busy={asking.busy}
      failure={asking.failure}
      onSend={() => asking.send(request)}
      onCode={() => go('ledger-mail-code')}
      onCancel={() => {
        setPassword('');
        onType(NO_MAIL);
        go('ledger', 'replace');
      }}
    />
  );
}
