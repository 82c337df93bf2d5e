import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { OfficeHome, OfficeHomeView } from '../../contract/office';
import { Busy, useBusy } from '../../ui/busy';
import { Button } from '../../ui/button';
import { Certificates } from './certificates/certificates';
import { HomeView } from './home';
import { ChangeList } from './ledger/change-list';
import { LedgerCheck } from './ledger/ledger-check';
import { PersonState } from './ledger/person-state';
import { PutBackList } from './ledger/put-back-list';
import { NotificationQueue } from './notifications/notification-queue';
import { NOTIFICATION_TAB } from './notifications/notification-words';
import { Refusal, type Attempt } from './parts/refusal';
import { PasswordQueue } from './passwords/password-queue';
import { PointsQueue } from './points/points-queue';
import { LapseList } from './renewals/lapse-list';
import { Outlook } from './renewals/outlook';
import { RenewalQueue } from './renewals/renewal-queue';
import { ask, askBeside } from './server';
import { isPasswordQueue } from './tabs';
import { WaitingNotices } from './waiting-notices';

type Place =
  OfficeHomeView | ('home' | 'passwords' | 'notifications' | 'check' | 'changes') | ('outlook' | 'state');

/** 事務局画面: one select with counts, one view below it. */
export function Sidebar() {
  const [place, setPlace] = useState<Place>('home');
  const [home, setHome] = useState<OfficeHome>();
  const [attempt, setAttempt] = useState<Attempt>();
  const [round, setRound] = useState(0);
  const [busy, run] = useBusy();

  const refresh = useCallback(
    () =>
      run(async () => {
        const reply = await ask('home', {});
        setAttempt(reply.ok ? undefined : { code: reply.code });
        if (reply.ok) setHome(reply.value);
      }),
    [run],
  );
  useEffect(refresh, [refresh]);

  // The decision is done whatever becomes of this read, so that a failure only takes the old counts away.
  const asked = useRef(0);
  const count = () => {
    const turn = ++asked.current;
    void askBeside('home', {}).then((reply) => {
      if (turn === asked.current) setHome(reply.ok ? reply.value : undefined);
    });
  };
  const renew = () => {
    setRound((before) => before + 1);
    refresh();
  };
  const go = (to: Place) => {
    setPlace(to);
    if (!home) refresh();
  };

  const named = (name: string, count: number | undefined) =>
    count === undefined ? name : `${name}（${String(count)}）`;
  const waiting = home?.waiting.find(isPasswordQueue)?.count;
  const filed = home?.waiting.find(({ tab }) => tab === NOTIFICATION_TAB)?.count;
  const shown = (view: OfficeHomeView) =>
    home?.waiting.filter((line) => line.view === view).reduce((sum, line) => sum + line.count, 0);
  return (
    <main class="panel">
      <h1 class="name-only">事務局画面</h1>
      <div class="field">
        <label for="place">画面</label>
        <select
          id="place"
          class="input"
          value={place === 'returned' ? 'points' : place}
          onChange={(event) => go(event.currentTarget.value as Place)}
        >
          <option value="home">ホーム</option>
          <option value="passwords">{named('パスワード', waiting)}</option>
          <option value="points">{named('ポイント', shown('points'))}</option>
          <option value="notifications">{named('変更届', filed)}</option>
          <option value="renewals">{named('更新', shown('renewals'))}</option>
          <option value="certificates">{named('証書', shown('certificates'))}</option>
          <option value="lapse">{named('失効予定', shown('lapse'))}</option>
          <option value="outlook">更新の見通し</option>
          <option value="state">登録者の状態</option>
          <option value="notices">{named('まもなく送信', shown('notices'))}</option>
          <option value="check">{named('台帳の点検', home?.ledgerFindings)}</option>
          <option value="changes">変更の一覧</option>
          <option value="putBack">元に戻した入力</option>
        </select>
      </div>
      <Refusal attempt={attempt} />
      {place === 'home' && (
        <HomeView
          home={home}
          onPasswords={() => go('passwords')}
          onNotifications={() => go('notifications')}
          onCheck={() => go('check')}
          onView={go}
        />
      )}
      {place === 'passwords' && <PasswordQueue mode={home?.mode} round={round} onDecided={count} />}
      {(place === 'points' || place === 'returned') && (
        <PointsQueue
          key={place}
          first={place === 'returned' ? '差戻し' : '申請中'}
          mode={home?.mode}
          round={round}
          onDecided={count}
        />
      )}
      {place === 'renewals' && <RenewalQueue mode={home?.mode} round={round} onDecided={count} />}
      {place === 'certificates' && <Certificates round={round} onDone={count} />}
      {place === 'lapse' && <LapseList round={round} onDone={count} />}
      {place === 'outlook' && <Outlook round={round} />}
      {place === 'state' && <PersonState onDone={count} />}
      {place === 'notices' && <WaitingNotices round={round} onStopped={count} />}
      {place === 'putBack' && <PutBackList round={round} />}
      {place === 'notifications' && <NotificationQueue mode={home?.mode} round={round} onDecided={count} />}
      {place === 'check' && <LedgerCheck round={round} onMended={count} />}
      {place === 'changes' && <ChangeList round={round} />}
      <div>
        <Button size="small" busy={busy} onClick={renew}>
          最新にする
        </Button>
        <Busy when={busy} text="表を読んでいます。" />
      </div>
    </main>
  );
}
