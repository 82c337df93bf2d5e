import { useEffect, useRef, useState } from 'preact/hooks';
import type { MypageArgs, MypageValues, MypageView } from '../../../contract/mypage';
import { createClientKeys } from '../../../ui/client-key';
import { ApplicationConfirm } from '../parts/application-confirm';
import { mend, useForm, type Failure } from '../parts/use-form';
import { ask, type Refusal, type Reply } from '../server';
import { sayRefusal } from '../words';
import { Renewal } from './renewal';
import { ApplicationCard } from './renewal-application';
import {
  checkRenewal,
  newDraft,
  placeOf,
  renewalItems,
  renewalProblems,
  type RenewalDraft,
  type RenewalWork,
} from './renewal-draft';
import { RenewalForm } from './renewal-form';
import { RenewalSlip } from './renewal-slip';
import { ReceivedStep, WithdrawStep } from './renewal-steps';

/** The views of 更新, in the order one walks through them. */
export const RENEWAL_PLACES = [
  'renewal',
  'renewal-form',
  'renewal-confirm',
  'renewal-slip',
  'renewal-withdraw',
  'renewal-received',
] as const;
export type RenewalPlace = (typeof RENEWAL_PLACES)[number];

interface RenewalRoomsProps {
  place: RenewalPlace;
  go: (place: RenewalPlace | 'ledger', how?: 'push' | 'replace') => void;
  view: MypageView;
  token: string;
  /** Counts the overviews the person has opened. */
  opened: number;
  work: RenewalWork;
  onWork: (work: RenewalWork) => void;
  onView: (token: string, view: MypageView) => void;
  onEnded: () => void;
}

/** 更新を申請する → 確認する → この内容で申請する; 修正して再申請; 取り下げる; 受け取りました. */
export function RenewalRooms({ place, go, view, token, opened, work, onWork, ...rest }: RenewalRoomsProps) {
  const { onView, onEnded } = rest;
  const { renewal } = view;
  const { draft, received } = work;
  const keys = useRef(createClientKeys()).current;
  const [typing, setTyping] = useState<Failure>();
  const [certificate, setCertificate] = useState('');
  const [said, setSaid] = useState<string>();
  const { busy, failure, send } = useForm(opened);
  useEffect(() => setSaid(undefined), [opened]);

  /** Goes on; what failed or was said is left behind. */
  const move = (to: RenewalPlace | 'ledger', how?: 'push' | 'replace') => {
    send(() => Promise.resolve(undefined));
    setSaid(undefined);
    go(to, how);
  };
  const begin = (next: RenewalDraft) => {
    setTyping(undefined);
    onWork({ draft: draft && draft.receipt === next.receipt ? draft : next });
    move('renewal-form');
  };
  const back = () => move('renewal', 'replace');

  const refused = async (reply: Refusal): Promise<Failure | undefined> => {
    if (reply.code === 'SESSION_ENDED') return (onEnded(), undefined);
    const codes = reply.fields ?? {};
    if (codes['renewal'] !== undefined || codes['certificate'] !== undefined) {
      // Decided or changed meanwhile: what the page shows is old.
      const now = await ask('view', {}, { token });
      if (now.ok) onView(now.value.token, now.value.view);
      go('renewal', 'replace');
      return {
        title: 'このお手続きは、できませんでした。登録や申請の状況が変わっています。',
        lines: ['いまの状況は、下のとおりです。'],
        problems: [],
      };
    }
    const wrong = renewalProblems(codes);
    if (reply.code !== 'INVALID' || wrong.length === 0)
      return { ...sayRefusal(reply, view.office, Date.now()), problems: [] };
    setTyping(mend(wrong));
    go('renewal-form', 'replace');
    return undefined;
  };

  const write = async <M extends 'applyRenewal' | 'withdrawRenewal' | 'confirmCertificate'>(
    method: M,
    args: MypageArgs<M>,
    then: (value: MypageValues[M]) => void,
  ) => {
    const reply: Reply<M> = await ask(method, args, { token, key: keys.keyFor([method, args]) });
    if (!reply.ok) return refused(reply);
    keys.settled();
    onView(reply.value.token, reply.value.view);
    then(reply.value);
    return undefined;
  };

  const apply = async () => {
    const to = draft && placeOf(renewal, draft.sendTo);
    if (!to) return undefined;
    return write('applyRenewal', { ...draft, sendTo: to.sendTo }, ({ receipt, at, mailed }) => {
      onWork({ received: { receipt, at, mailed } });
      go('renewal-slip', 'replace');
    });
  };
  const done = (text: string) => () => {
    onWork({});
    setSaid(text);
    go('renewal', 'replace');
  };
  const line = renewal.application;
  const step = { busy, failure, onNo: back };
  if (place === 'renewal-slip' && line)
    return (
      <RenewalSlip
        view={view}
        line={line}
        received={received?.receipt === line.receipt ? received : undefined}
        onBack={() => {
          onWork({});
          back();
        }}
      />
    );
  if (place === 'renewal-withdraw' && line?.canWithdraw)
    return (
      <WithdrawStep
        {...step}
        line={line}
        end={renewal.end}
        onYes={() =>
          send(() =>
            write('withdrawRenewal', { receipt: line.receipt }, done('更新の申請を取り下げました。')),
          )
        }
      />
    );
  const letter = renewal.certificates.find((each) => each.certificate === certificate);
  if (place === 'renewal-received' && letter?.canConfirm)
    return (
      <ReceivedStep
        {...step}
        letter={letter}
        onYes={() =>
          send(() =>
            write(
              'confirmCertificate',
              { certificate },
              done('受領を記録しました。お手続きはこれで終わりです。'),
            ),
          )
        }
      />
    );
  const open = draft && (draft.receipt === undefined ? renewal.canApply : line?.canMend);
  const complete = draft && Object.keys(checkRenewal(renewal, draft)).length === 0;
  if (draft && open && complete && place === 'renewal-confirm')
    return (
      <ApplicationConfirm
        items={renewalItems(view, draft)}
        {...{ busy, failure }}
        busyText="申請しています。"
        onSend={() => send(apply)}
        onMend={() => move('renewal-form')}
      />
    );
  if (draft && open && (place === 'renewal-form' || place === 'renewal-confirm'))
    return (
      <RenewalForm
        view={view}
        draft={draft}
        onDraft={(next) => onWork({ draft: next })}
        failure={typing}
        onFailure={setTyping}
        onChecked={() => move('renewal-confirm')}
        onCancel={() => {
          onWork({});
          back();
        }}
        onLedger={() => move('ledger')}
      />
    );
  return (
    <Renewal
      view={view}
      said={said}
      failure={failure}
      application={
        line && (
          <ApplicationCard
            view={view}
            line={line}
            onMend={() => begin(newDraft(renewal, line))}
            onWithdraw={() => move('renewal-withdraw')}
            onPrint={() => {
              onWork(draft ? { draft } : {});
              move('renewal-slip');
            }}
          />
        )
      }
      onApply={() => begin(newDraft(renewal))}
      onLedger={() => move('ledger')}
      onReceived={(one) => {
        setCertificate(one.certificate);
        move('renewal-received');
      }}
    />
  );
}
