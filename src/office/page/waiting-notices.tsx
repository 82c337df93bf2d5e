import { useEffect, useRef, useState } from 'preact/hooks';
import type { WaitingNotice } from '../../contract/office-notices';
import { Busy, useBusy } from '../../ui/busy';
import { Button } from '../../ui/button';
import { createClientKeys } from '../../ui/client-key';
import { ErrorSummary } from '../../ui/error-summary';
import { Refusal, type Attempt } from './parts/refusal';
import { Said } from './parts/said';
import { WordsStep } from './parts/words-step';
import { ask } from './server';

/** まもなく送信: notices that have not left yet, and 「送信を止める」. */
export function WaitingNotices({ round, onStopped }: { round: number; onStopped: () => void }) {
  const [notices, setNotices] = useState<readonly WaitingNotice[]>();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const [nothing, setNothing] = useState<object>();
  const [line, setLine] = useState('');
  const [attempt, setAttempt] = useState<Attempt>();
  const [more, setMore] = useState(0);
  const [busy, run] = useBusy();
  const keys = useRef(createClientKeys()).current;
  useEffect(() => {
    let wanted = true;
    setNotices(undefined);
    setTicked([]);
    void ask('waitingNotices', {}).then((reply) => {
      if (!wanted) return;
      setAttempt(reply.ok ? undefined : { code: reply.code });
      if (reply.ok) setNotices(reply.value.notices);
    });
    return () => {
      wanted = false;
    };
  }, [round, more]);

  const stop = () =>
    run(async () => {
      const args = { notices: [...ticked] };
      const reply = await ask('stopNotices', args, keys.keyFor(args));
      setAttempt(reply.ok ? undefined : { code: reply.code });
      if (!reply.ok) return;
      keys.settled();
      const { stopped, gone } = reply.value;
      setLine(
        `${String(stopped)}通の送信を止めました。${gone > 0 ? `${String(gone)}通は、すでに送られていました。` : ''}`,
      );
      setAsking(false);
      setMore((count) => count + 1);
      onStopped();
    });
  return (
    <section class="flow">
      <h2 class="name-only">まもなく送信</h2>
      {!asking && <Refusal attempt={attempt} />}
      <Said text={line} />
      {!notices && <Busy when={!attempt} text="通知を読んでいます。" />}
      {notices && (
        <p>
          {notices.length === 0
            ? 'これから送るお知らせはありません。'
            : `これから送るお知らせが${String(notices.length)}通あります。`}
        </p>
      )}
      {notices && notices.length > 0 && asking && (
        <section class="case">
          <WordsStep
            rank="h3"
            title={`選んだ${String(ticked.length)}通の送信を止めますか`}
            press="送信を止める"
            remark="決定はそのまま残ります。お知らせは、あとから送り直せません。"
            busy={busy}
            attempt={attempt}
            onPress={stop}
            onStop={() => setAsking(false)}
          />
        </section>
      )}
      {notices && notices.length > 0 && !asking && (
        <>
          <ul class="plain stack">
            {notices.map(({ notice, name, number, kind, about, leavesAt }) => (
              <li key={notice}>
                <label class="tick">
                  <input
                    type="checkbox"
                    checked={ticked.includes(notice)}
                    onChange={(event) =>
                      setTicked([
                        ...ticked.filter((one) => one !== notice),
                        ...(event.currentTarget.checked ? [notice] : []),
                      ])
                    }
                  />
                  <span>
                    {name}（{number}）<br />
                    {kind}
                    <br />
                    <span class="quiet">
                      {leavesAt}以後 {about}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <div>
            <Button
              size="small"
              onClick={() => {
                setNothing(ticked.length === 0 ? {} : undefined);
                setLine('');
                if (ticked.length > 0) setAsking(true);
              }}
            >
              送信を止める
            </Button>
          </div>
          {nothing && ticked.length === 0 && (
            <ErrorSummary title="まだ選ばれていません。" attempt={nothing}>
              <p>止めるお知らせに、先に印を付けてください。</p>
            </ErrorSummary>
          )}
        </>
      )}
    </section>
  );
}
