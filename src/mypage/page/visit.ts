import { useRef, useState } from 'preact/hooks';
import type { MypageValues, MypageView } from '../../contract/mypage';
import { useBusy } from '../../ui/busy';
import { newClientKey } from '../../ui/client-key';
import { useIdle } from './idle';
import { ask, type Refusal } from './server';

/** Who is here. The token stands nowhere but in this value, in memory. */
export type Visit =
  | { stage: 'out' }
  | { stage: 'first'; token: string; askBirthDate: boolean; passwordLength: number; number: string }
  | { stage: 'home'; token: string; view: MypageView };

/** A visit and what can happen to it. */
export interface VisitControl {
  visit: Visit;
  /** It ended for its age: the views stay behind the login form, with what was typed in them. */
  ended: boolean;
  warning: boolean;
  continuing: boolean;
  /** Counts up when what was typed belongs to nobody any more. */
  person: number;
  /** What just happened, until the person goes on. */
  message: string | undefined;
  hush: () => void;
  enter: (value: MypageValues['login'], number: string) => void;
  setPassword: (token: string, view: MypageView) => void;
  /** A write was answered with a new token and the view as it is now. */
  renew: (token: string, view: MypageView) => void;
  /**
   * Reads the view again without a word, unless the last answer is younger than this (ms): what the office decided
   * meanwhile. The old view stays until the new one is there.
   */
  refresh: (youngest: number) => void;
  /** Why the last of these readings failed, and of when what is shown is (epoch ms). */
  unread: { code: Refusal['code']; since: number } | undefined;
  end: () => void;
  goOn: () => void;
  leave: () => void;
}

/** The life of one visit: login, renewal by 「続ける」, its end, logout. */
export function useVisit(): VisitControl {
  const [visit, setVisit] = useState<Visit>({ stage: 'out' });
  const [since, setSince] = useState<number>();
  const [endedByServer, setEnded] = useState(false);
  const [person, setPerson] = useState(0);
  const [message, setMessage] = useState<string>();
  const [continuing, run] = useBusy();
  const [failed, setFailed] = useState<Refusal['code']>();
  const idle = useIdle(since);
  /** Counts the answers a visit is made of, so that a reading that was overtaken by one is known. */
  const turn = useRef(0);
  const reading = useRef<number | undefined>(undefined);

  const settle = (next: Visit) => {
    setVisit(next);
    setEnded(false);
    setFailed(undefined);
    setSince(next.stage === 'out' ? undefined : Date.now());
    turn.current += 1;
  };
  const become = (next: Visit, said?: string) => {
    settle(next);
    setMessage(said);
  };

  /** The login before this visit stays the one that is shown: by now the server knows of this visit's own as well. */
  const sameLogin = (view: MypageView): MypageView =>
    visit.stage === 'home' ? { ...view, lastLogin: visit.view.lastLogin } : view;

  return {
    visit,
    ended: visit.stage !== 'out' && (endedByServer || idle === 'ended'),
    warning: visit.stage === 'home' && idle === 'warning' && !endedByServer,
    continuing,
    person,
    message,
    enter(value, number) {
      const next: Visit =
        value.next === 'home'
          ? { stage: 'home', token: value.token, view: value.view }
          : {
              stage: 'first',
              token: value.token,
              askBirthDate: value.askBirthDate,
              passwordLength: value.passwordLength,
              number,
            };
      if (!isSamePerson(visit, next)) setPerson((count) => count + 1);
      become(next);
    },
    setPassword: (token, view) =>
      become(
        { stage: 'home', token, view },
        'パスワードを設定しました。次からは、このパスワードでログインしてください。',
      ),
    renew: (token, view) => become({ stage: 'home', token, view: sameLogin(view) }),
    refresh(youngest) {
      if (visit.stage !== 'home' || since === undefined || endedByServer || idle !== 'active') return;
      if (Date.now() - since < youngest || reading.current === turn.current) return;
      const mine = turn.current;
      reading.current = mine;
      // A write does not wait for it; what the write then answers is newer.
      void ask('view', {}, { token: visit.token, beside: true }).then((reply) => {
        if (mine !== turn.current) return;
        reading.current = undefined;
        if (reply.ok) settle({ stage: 'home', token: reply.value.token, view: sameLogin(reply.value.view) });
        else if (reply.code === 'SESSION_ENDED') setEnded(true);
        else setFailed(reply.code);
      });
    },
    unread: failed === undefined || since === undefined ? undefined : { code: failed, since },
    hush: () => setMessage(undefined),
    end: () => setEnded(true),
    goOn() {
      if (visit.stage !== 'home') return;
      run(async () => {
        const reply = await ask('view', {}, { token: visit.token });
        if (reply.ok)
          become({ stage: 'home', token: reply.value.token, view: sameLogin(reply.value.view) }, message);
        else if (reply.code === 'SESSION_ENDED') setEnded(true);
      });
    },
    leave() {
      if (visit.stage === 'out') return;
      setPerson((count) => count + 1);
      become({ stage: 'out' }, 'ログアウトしました。');
      void ask('logout', {}, { token: visit.token, key: newClientKey() }).then((reply) => {
        if (!reply.ok && reply.code !== 'SESSION_ENDED') setMessage(NOT_CONFIRMED);
      });
    },
  };
}

const NOT_CONFIRMED =
  'この画面からはログアウトしました。通信がとぎれたため、ほかの端末のログアウトは確かめられませんでした。';

function isSamePerson(before: Visit, after: Visit): boolean {
  if (before.stage === 'home' && after.stage === 'home') return before.view.number === after.view.number;
  return before.stage === 'first' && after.stage === 'first' && before.number === after.number;
}
