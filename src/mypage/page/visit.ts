import { useState } from 'preact/hooks';
import type { MypageValues, MypageView } from '../../contract/mypage';
import { useBusy } from '../../ui/busy';
import { newClientKey } from '../../ui/client-key';
import { useIdle } from './idle';
import { ask } from './server';

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
  const idle = useIdle(since);

  const become = (next: Visit, said?: string) => {
    setVisit(next);
    setMessage(said);
    setEnded(false);
    setSince(next.stage === 'out' ? undefined : Date.now());
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
