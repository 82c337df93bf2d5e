import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { MypageView } from '../../../contract/mypage';
import { createClientKeys } from '../../../ui/client-key';
import { mailItems, type MailDraft } from '../mail/mail-draft';
import { MailRooms, type MailPlace } from '../mail/mail-rooms';
import { mend, useForm, type Failure } from '../parts/use-form';
import { ask, type Refusal } from '../server';
import { sayRefusal } from '../words';
import { Ledger } from './ledger';
import { LedgerConfirm } from './ledger-confirm';
import { LedgerDone, type Received } from './ledger-done';
import { changesOf, checkDraft, problemsOf, type LedgerDraft } from './ledger-draft';
import { LedgerForm } from './ledger-form';
import { LedgerPrint } from './ledger-print';

/** The views of 台帳, in the order one walks through them. */
export type LedgerPlace =
  'ledger' | 'ledger-change' | 'ledger-confirm' | 'ledger-done' | 'ledger-print' | MailPlace;

interface LedgerRoomsProps {
  place: LedgerPlace;
  go: (place: LedgerPlace, how?: 'push' | 'replace') => void;
  view: MypageView;
  token: string;
  draft: LedgerDraft;
  onDraft: (draft: LedgerDraft) => void;
  mail: MailDraft;
  onMail: (part: Partial<MailDraft>) => void;
  onView: (token: string, view: MypageView) => void;
  onEnded: () => void;
  /** Stands below 台帳. */
  below: ComponentChildren;
}

/** 台帳 → 変更する → 確認する → この内容で届け出る. */
export function LedgerRooms({ place, go, view, token, draft, onDraft, ...rest }: LedgerRoomsProps) {
  const { mail, onMail, onView, onEnded } = rest;
  const keys = useRef(createClientKeys()).current;
  const [typing, setTyping] = useState<Failure>();
  const [received, setReceived] = useState<Received>();
  const [printed, setPrinted] = useState<Received>();
  const { busy, failure, send } = useForm();
  const { values, problems } = checkDraft(view, draft);
  const changes = changesOf(view, values);

  const refused = (reply: Refusal): Failure | undefined => {
    if (reply.code === 'SESSION_ENDED') return (onEnded(), undefined);
    const wrong = problemsOf(view.ledger, new Map(Object.entries(reply.fields ?? {})));
    if (reply.code !== 'INVALID' || wrong.length === 0)
      return { ...sayRefusal(reply, view.office, Date.now()), problems: [] };
    setTyping(mend(wrong));
    go('ledger-change', 'replace');
    return undefined;
  };

  const submit = async () => {
    const args = { changes: Object.fromEntries(values) };
    const reply = await ask('changeLedger', args, { token, key: keys.keyFor(args) });
    if (!reply.ok) return refused(reply);
    keys.settled();
    const { token: next, view: mine, ...receipt } = reply.value;
    setReceived({ ...receipt, changes });
    onView(next, mine);
    onDraft({});
    go('ledger-done', 'replace');
    return undefined;
  };

  const back = () => {
    send(() => Promise.resolve(undefined)); // what failed is left behind
    go('ledger-change');
  };

  const cancel = () => {
    onDraft({});
    setTyping(undefined);
    go('ledger', 'replace');
  };

  const print = (receipt: Received | undefined) => {
    setPrinted(receipt);
    go('ledger-print');
  };

  if (place === 'ledger-print')
    return (
      <LedgerPrint
        view={view}
        received={printed}
        onBack={() => go(printed ? 'ledger-done' : 'ledger', 'replace')}
      />
    );
  if ((place === 'ledger-mail' || place === 'ledger-mail-code') && mailItems(view).mail)
    return (
      <MailRooms
        {...{ place, go, view, token, onView, onEnded }}
        draft={mail}
        onType={onMail}
        onDone={(receipt) => {
          setReceived(receipt);
          go('ledger-done', 'replace');
        }}
      />
    );
  if (place === 'ledger-done' && received)
    return (
      <LedgerDone
        received={received}
        view={view}
        onPrint={() => print(received)}
        onBack={() => go('ledger', 'replace')}
      />
    );
  if (place === 'ledger-confirm' && changes.length > 0 && problems.size === 0)
    return (
      <LedgerConfirm changes={changes} busy={busy} failure={failure} onYes={() => send(submit)} onNo={back} />
    );
  if (place === 'ledger-change' || (place === 'ledger-confirm' && problems.size > 0))
    return (
      <LedgerForm
        view={view}
        draft={draft}
        onDraft={onDraft}
        failure={typing}
        onFailure={setTyping}
        onChecked={() => go('ledger-confirm')}
        onCancel={cancel}
        onMail={() => go('ledger-mail')}
      />
    );
  return (
    <Ledger
      view={view}
      onChange={() => go('ledger-change')}
      onMail={() => go('ledger-mail')}
      onPrint={() => print(undefined)}
      below={rest.below}
    />
  );
}
