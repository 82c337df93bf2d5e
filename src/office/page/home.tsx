import type { OfficeHome, OfficeHomeView } from '../../contract/office';
import { Notice } from '../../ui/notice';
import { NOTIFICATION_TAB } from './notifications/notification-words';
import { Refusal } from './parts/refusal';
import { useRowJump } from './parts/row-jump';
import { isPasswordQueue } from './tabs';

const MODES: Record<OfficeHome['mode'], string> = {
  準備: 'メールは出ません。自動の処理は何も変えません。',
  試行: 'メールは、すべて試行の宛先に届きます。',
  本番: 'メールは、登録者に届きます。',
};

/** ホーム: mode, health, and what waits; each line leads to its rows. */
export function HomeView({
  home,
  onPasswords,
  onNotifications,
  onCheck,
  onView,
}: {
  home: OfficeHome | undefined;
  onPasswords: () => void;
  onNotifications: () => void;
  onCheck: () => void;
  onView: (view: OfficeHomeView) => void;
}) {
  const { jump, attempt } = useRowJump();
  if (!home) return null;
  return (
    <>
      <p>
        動作モード <span class="mode">{home.mode}</span>
        <br />
        <span class="quiet">{MODES[home.mode]}</span>
      </p>
      {home.findings.length > 0 && (
        <Notice kind="warning" title="お確かめください">
          <ul>
            {home.findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </Notice>
      )}
      <section class="stack">
        <h2>待っているもの</h2>
        <Refusal attempt={attempt} />
        <ul class="plain waiting">
          <li>
            <Waiting line={{ label: '要確認の台帳', count: home.ledgerFindings }} onJump={onCheck} />
          </li>
          {home.waiting.map((line) => (
            <li key={line.label}>
              <Waiting
                line={line}
                onJump={() => {
                  if (line.view) onView(line.view);
                  else if (isPasswordQueue(line)) onPasswords();
                  else if (line.tab === NOTIFICATION_TAB) onNotifications();
                  else jump(line.tab, 1);
                }}
              />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Waiting({
  line: { label, count },
  onJump,
}: {
  line: { label: string; count: number };
  onJump: () => void;
}) {
  if (count === 0)
    return (
      <p class="waiting-line">
        {label} <span class="quiet">0件</span>
      </p>
    );
  return (
    <button type="button" class="waiting-line" onClick={onJump}>
      <span class="where">{label}</span> <span class="count">{count}件</span>
    </button>
  );
}
