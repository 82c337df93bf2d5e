import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { PageFrame } from '../../ui/page-frame';
import { readFragment, usePlace } from '../../ui/places';
import { Unread, useFreshView } from './fresh-view';
import { Home } from './home';
import { IdleWarning } from './idle-warning';
import type { LedgerDraft } from './ledger/ledger-draft';
import { LedgerRooms, type LedgerPlace } from './ledger/ledger-rooms';
import { Ended } from './login/ended';
import { FirstLogin } from './login/first-login';
import { ForgotNumber } from './login/forgot-number';
import { ForgotPassword } from './login/forgot-password';
import { Login } from './login/login';
import { NoMail } from './login/no-mail';
import { NO_MAIL, type MailDraft } from './mail/mail-draft';
import type { NotifyWork } from './notifications/notify-draft';
import { NotifyList } from './notifications/notify-list';
import { NotifyRooms, type NotifyPlace } from './notifications/notify-rooms';
import type { PointDraft } from './points/points-draft';
import { POINT_PLACES, PointsRooms, type PointPlace } from './points/points-rooms';
import type { RenewalWork } from './renewal/renewal-draft';
import { RENEWAL_PLACES, RenewalRooms, type RenewalPlace } from './renewal/renewal-rooms';
import { useStatus } from './status';
import { useVisit, type Visit } from './visit';

type Place =
  | 'login'
  | 'forgot-password'
  | 'forgot-number'
  | 'no-mail'
  | 'first'
  | 'home'
  | LedgerPlace
  | NotifyPlace
  | PointPlace
  | RenewalPlace;

/** The views each stage has; the first is where one arrives, also when Back leads to another stage's view. */
const PLACES: Record<Visit['stage'], readonly [Place, ...Place[]]> = {
  out: ['login', 'forgot-password', 'forgot-number', 'no-mail'],
  first: ['first'],
  home: [
    'home',
    ...(['ledger', 'ledger-change', 'ledger-confirm', 'ledger-done', 'ledger-print'] as const),
    ...(['ledger-mail', 'ledger-mail-code'] as const),
    ...(['notify', 'notify-confirm', 'notify-slip'] as const),
    ...POINT_PLACES,
    ...RENEWAL_PLACES,
  ],
};

/** My Page: one page, its views inside. */
export function App() {
  const status = useStatus();
  const control = useVisit();
  const { visit, ended } = control;
  const [asked, go] = usePlace<Place>('login');
  const place = PLACES[visit.stage].includes(asked) ? asked : PLACES[visit.stage][0];
  const [number, setNumber] = useState('');
  const [work, setWork] = useState<Work>(NO_WORK);
  const [opened, setOpened] = useState(0);
  const overview = visit.stage === 'home' && !ended && isOverview(place) ? place : undefined;
  useFreshView(overview, opened, control.refresh);
  useEffect(() => readFragment('n', (text) => setNumber((typed) => typed || text)), []);
  useArrival(`${place} ${String(ended)}`);

  const office = visit.stage === 'home' ? visit.view.office : status?.office;
  const numberLabel = status?.numberLabel ?? '登録番号';
  const common = { number, onNumber: setNumber, numberLabel, office };
  const onLogin = (value: Parameters<typeof control.enter>[0]) => {
    control.enter(value, number);
    if (!ended) go(value.next, 'replace');
  };
  const onLeave = () => {
    control.leave();
    setNumber('');
    setWork(NO_WORK);
    go('login', 'replace');
  };
  const move = (to: Place, how?: 'push' | 'replace') => {
    control.hush();
    if (how !== 'replace' && isOverview(to)) setOpened((count) => count + 1);
    go(to, how);
  };
  const toLogin = () => move('login');

  const view = () => {
    if (visit.stage === 'first')
      return (
        <FirstLogin
          {...visit}
          office={office}
          onEnded={control.end}
          onDone={(token, mine) => {
            control.setPassword(token, mine);
            go('home', 'replace');
          }}
        />
      );
    if (visit.stage === 'home') {
      const own = (kept: Work) =>
        kept.person === control.person ? kept : { ...NO_WORK, person: control.person };
      const mine = own(work);
      const keep = (more: Partial<Work>) => setWork((kept) => ({ ...own(kept), ...more }));
      const common = {
        view: visit.view,
        token: visit.token,
        opened,
        onView: control.renew,
        onEnded: control.end,
      };
      if (isNotify(place))
        return (
          <NotifyRooms
            {...common}
            place={place}
            go={move}
            work={mine.notify}
            onWork={(notify) => keep({ notify })}
          />
        );
      if (isRenewal(place))
        return (
          <RenewalRooms
            {...common}
            place={place}
            go={move}
            work={mine.renewal}
            onWork={(renewal) => keep({ renewal })}
          />
        );
      const toNotify = (notify: NotifyWork, to: NotifyPlace) => {
        keep({ notify });
        move(to);
      };
      if (isPoints(place))
        return (
          <PointsRooms
            {...common}
            place={place}
            go={move}
            draft={mine.points}
            onDraft={(change) => setWork((kept) => ({ ...own(kept), points: change(own(kept).points) }))}
          />
        );
      const look = (receipt: string) => toNotify({ slip: { receipt } }, 'notify-slip');
      if (!isLedger(place))
        return (
          <Home
            view={visit.view}
            message={control.message}
            onLedger={() => move('ledger')}
            onMail={() => move('ledger-mail')}
            onPoints={() => move('points')}
            onLook={look}
            onRenewal={() => move('renewal')}
          />
        );
      return (
        <LedgerRooms
          {...common}
          place={place}
          go={move}
          draft={mine.draft}
          onDraft={(draft) => keep({ draft })}
          mail={mine.mail}
          onMail={(part) => setWork((kept) => ({ ...own(kept), mail: { ...own(kept).mail, ...part } }))}
          below={<NotifyList view={visit.view} onStart={() => toNotify({}, 'notify')} onLook={look} />}
        />
      );
    }
    if (place === 'forgot-password') return <ForgotPassword {...common} onBack={toLogin} />;
    if (place === 'forgot-number')
      return <ForgotNumber numberLabel={numberLabel} office={office} onBack={toLogin} />;
    if (place === 'no-mail') return <NoMail office={office} onBack={toLogin} />;
    return <Login {...common} message={control.message} onLogin={onLogin} onHelp={move} />;
  };

  const home = visit.stage === 'home' && !ended;
  return (
    <>
      <PageFrame<Place>
        title="職業紹介士マイページ"
        above={
          visit.stage === 'out' ? (
            <p class="google-line">画面の上のGoogleの注意書きは、そのままで大丈夫です。</p>
          ) : null
        }
        action={
          visit.stage !== 'out' && !ended ? (
            <Button size="small" onClick={onLeave}>
              ログアウト
            </Button>
          ) : null
        }
        places={home ? NAVIGATION : []}
        place={
          isLedger(place) || isNotify(place)
            ? 'ledger'
            : isPoints(place)
              ? 'points'
              : isRenewal(place)
                ? 'renewal'
                : place
        }
        onGo={move}
        office={office}
      >
        {status?.stopped && (
          <Notice kind="warning" title="受付を止めています" live>
            <p>{status.stopped}</p>
          </Notice>
        )}
        {overview && <Unread {...control} />}
        {ended && <Ended {...common} onLogin={onLogin} onLeave={onLeave} />}
        <div key={control.person} hidden={ended}>
          {view()}
        </div>
      </PageFrame>
      {control.warning && !ended && (
        <IdleWarning busy={control.continuing} onContinue={control.goOn} onLogout={onLeave} />
      )}
    </>
  );
}

const NAVIGATION: readonly { place: Place; name: string }[] = [
  { place: 'home', name: 'ホーム' },
  { place: 'ledger', name: '台帳' },
  { place: 'points', name: 'ポイント' },
  { place: 'renewal', name: '更新' },
];

/** Shows how things stand; nothing is typed there. */
function isOverview(place: Place): boolean {
  return NAVIGATION.some((each) => each.place === place);
}

/** What one person has typed; another person's is nobody's any more. */
interface Work {
  person: number;
  draft: LedgerDraft;
  mail: MailDraft;
  notify: NotifyWork;
  points?: PointDraft | undefined;
  renewal: RenewalWork;
}

const NO_WORK: Work = { person: 0, draft: {}, mail: NO_MAIL, notify: {}, renewal: {} };

function isNotify(place: Place): place is NotifyPlace {
  return place.startsWith('notify');
}

function isPoints(place: Place): place is PointPlace {
  return place.startsWith('points');
}

function isRenewal(place: Place): place is RenewalPlace {
  return place.startsWith('renewal');
}

function isLedger(place: Place): place is LedgerPlace {
  return place.startsWith('ledger');
}

/** Brings the focus to the heading, or to what is wrong, and the page to its top when a view changes, not at the first paint. */
function useArrival(place: string): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    globalThis.scrollTo(0, 0);
    const shown = (what: string) =>
      [...document.querySelectorAll<HTMLElement>(what)].find((each) => each.offsetParent !== null);
    (shown('.error-summary') ?? shown('h1'))?.focus({ preventScroll: true });
  }, [place]);
}
