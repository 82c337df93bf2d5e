import { useRef, useState } from 'preact/hooks';
import type { MypageView } from '../../../contract/mypage';
import { checkNotification } from '../../../domain/fields/notification';
import { createClientKeys } from '../../../ui/client-key';
import { notificationProblems } from '../../../ui/notification-words';
import { mend, useForm, type Failure } from '../parts/use-form';
import { ask, type Refusal } from '../server';
import { sayField, sayRefusal } from '../words';
import { NotifyConfirm } from './notify-confirm';
import { draftOf, today, type NotifyWork } from './notify-draft';
import { NotifyForm } from './notify-form';
import { NotifySlip } from './notify-slip';

/** The views of a 変更届, in the order one walks through them. */
export type NotifyPlace = 'notify' | 'notify-confirm' | 'notify-slip';

interface NotifyRoomsProps {
  place: NotifyPlace;
  go: (place: NotifyPlace | 'ledger', how?: 'push' | 'replace') => void;
  view: MypageView;
  token: string;
  work: NotifyWork;
  onWork: (work: NotifyWork) => void;
  onView: (token: string, view: MypageView) => void;
  onEnded: () => void;
}

/** 氏名などの変更を届け出る → 確認する → この内容で届け出る → 受付番号. */
export function NotifyRooms({ place, go, view, token, work, onWork, onView, onEnded }: NotifyRoomsProps) {
  const keys = useRef(createClientKeys()).current;
  const [typing, setTyping] = useState<Failure>();
  const { busy, failure, send } = useForm();
  const { draft, slip } = work;

  const refused = async (reply: Refusal): Promise<Failure | undefined> => {
    if (reply.code === 'SESSION_ENDED') return (onEnded(), undefined);
    const codes = new Map(Object.entries(reply.fields ?? {}));
    const wrong = draft ? notificationProblems(draft.kind, view.ledger, codes, sayField) : [];
    if (reply.code === 'INVALID' && wrong.length > 0) {
      setTyping(mend(wrong));
      go('notify', 'replace');
      return undefined;
    }
    if (reply.code === 'OPEN_ALREADY' || reply.code === 'NOT_OPEN') {
      // Filed or decided elsewhere meanwhile: 台帳 shows it once the view is new.
      const now = await ask('view', {}, { token });
      if (now.ok) onView(now.value.token, now.value.view);
    }
    return { ...sayRefusal(reply, view.office, Date.now()), problems: [] };
  };

  const submit = async () => {
    if (!draft) return undefined;
    const args = { ...draft, evidence: draft.evidence as '郵送待ち' | '不要' };
    const reply = await ask('sendNotification', args, { token, key: keys.keyFor(args) });
    if (!reply.ok) return refused(reply);
    keys.settled();
    const { receipt, mailed } = reply.value;
    onView(reply.value.token, reply.value.view);
    onWork({ slip: { receipt, mailed } });
    go('notify-slip', 'replace');
    return undefined;
  };

  const withdraw = async (receipt: string) => {
    const args = { receipt };
    const reply = await ask('withdrawNotification', args, { token, key: keys.keyFor(args) });
    if (!reply.ok) return refused(reply);
    keys.settled();
    onView(reply.value.token, reply.value.view);
    onWork({ slip: { receipt } });
    return undefined;
  };

  const leave = () => {
    setTyping(undefined);
    onWork({});
    go('ledger', 'replace');
  };

  const facts = view.notifications.find(({ receipt }) => receipt === slip?.receipt);
  if (place === 'notify-slip' && slip && facts)
    return (
      <NotifySlip
        view={view}
        facts={facts}
        mailed={slip.mailed}
        busy={busy}
        failure={failure}
        onMend={() => {
          onWork({ draft: draftOf(facts) });
          go('notify');
        }}
        onWithdraw={() => send(() => withdraw(facts.receipt))}
        onBack={leave}
      />
    );
  const valid = draft && checkNotification(view.ledger, draft, today()).problems.size === 0;
  if (place === 'notify-confirm' && draft && valid)
    return (
      <NotifyConfirm
        view={view}
        draft={draft}
        busy={busy}
        failure={failure}
        onSend={() => send(submit)}
        onMend={() => {
          send(() => Promise.resolve(undefined)); // what failed is left behind
          go('notify');
        }}
      />
    );
  return (
    <NotifyForm
      view={view}
      draft={draft}
      onDraft={(next) => onWork({ draft: next })}
      failure={typing}
      onFailure={setTyping}
      onChecked={() => go('notify-confirm')}
      onCancel={leave}
    />
  );
}
