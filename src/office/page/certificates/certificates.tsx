import { useState } from 'preact/hooks';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { Refusal } from '../parts/refusal';
import { useRowJump } from '../parts/row-jump';
import { Said } from '../parts/said';
import { StateSwitch } from '../parts/state-switch';
import { usePress } from '../parts/use-press';
import { useRead } from '../parts/use-read';
import { CertificateAdd } from './certificate-add';
import { CertificateCard } from './certificate-card';
import { CertificatesPost } from './certificates-post';
import { leftOut } from './left-out';

const STATES = ['作成待ち', '作成済', '発送済', '返戻'] as const;
type Show = (typeof STATES)[number];
const TAB = '証書';

/** 証書: made, labelled, posted with お問い合わせ番号, returned, received; in the order of 証書番号 as on every print. */
export function Certificates({ round, onDone }: { round: number; onDone: () => void }) {
  const [show, setShow] = useState<Show>('作成待ち');
  const [skip, setSkip] = useState(0);
  const [beside, setBeside] = useState<'add' | 'post'>();
  const [said, setSaid] = useState('');
  const { value: queue, attempt, again } = useRead('certificateQueue', { show, skip }, round);
  const { busy, attempt: failed, press } = usePress();
  const { jump, attempt: jumped } = useRowJump();
  const tell = (text: string) => {
    setSaid(text);
    setBeside(undefined);
    again();
    onDone();
  };
  const mark = (to: '作成済' | '作成待ち', certificates: string[]) =>
    press('markCertificates', { to, certificates }, ({ marked, ...left }) =>
      tell(`${String(marked)}件を「${to}」にしました。${leftOut(left)}`),
    );
  const cases = queue?.cases ?? [];
  const posted = cases.filter(({ ended }) => !ended);
  const all = cases.map(({ certificate }) => certificate);
  const rest = (queue?.total ?? 0) - skip - cases.length;
  return (
    <section class="flow">
      <h2 class="name-only">証書</h2>
      {!beside && (
        <StateSwitch
          name="certificate-state"
          states={STATES}
          state={show}
          onPick={(state) => {
            setShow(state);
            setSkip(0);
            setSaid('');
          }}
        />
      )}
      <Refusal attempt={attempt ?? failed ?? jumped} />
      <Said text={said} />
      {beside === 'add' && <CertificateAdd onClose={() => setBeside(undefined)} onAdded={tell} />}
      {beside === 'post' && queue && (
        <CertificatesPost
          cases={posted}
          today={queue.today}
          onClose={() => setBeside(undefined)}
          onPosted={tell}
        />
      )}
      {!queue && <Busy when={!attempt} text="証書を読んでいます。" />}
      {queue && !beside && (
        <>
          <p>
            {queue.total === 0
              ? `${show}の証書はありません。`
              : `${show}の証書が${String(queue.total)}件あります。`}
            {rest > 0 && `${String(cases.length)}件を表示しています。`}
          </p>
          <div class="buttons">
            {show === '作成待ち' && (
              <>
                <Button size="small" onClick={() => setBeside('add')}>
                  新規・書換・再交付の行を作る
                </Button>
                {cases.length > 0 && (
                  <Button size="small" busy={busy} onClick={() => mark('作成済', all)}>
                    {`表示中の${String(cases.length)}件を作成済にする`}
                  </Button>
                )}
              </>
            )}
            {show === '作成済' && cases.length > 0 && (
              <>
                {posted.length > 0 && (
                  <Button size="small" kind="primary" onClick={() => setBeside('post')}>
                    発送日とお問い合わせ番号を入れる
                  </Button>
                )}
                <Button size="small" busy={busy} onClick={() => mark('作成待ち', all)}>
                  作成待ちにもどす
                </Button>
              </>
            )}
          </div>
          {(show === '作成待ち' || show === '作成済') && cases.length > 0 && (
            <p class="quiet">証書・宛名・一覧は、メニュー「マイページ」の「印刷」から印刷します。</p>
          )}
          {cases.map((each) => (
            <CertificateCard
              key={each.certificate}
              case={each}
              today={queue.today}
              onDone={tell}
              onRow={() => jump(TAB, each.row)}
            />
          ))}
          {rest > 0 && (
            <div>
              <Button size="small" onClick={() => setSkip(skip + cases.length)}>
                次を見る
              </Button>
            </div>
          )}
          {skip > 0 && (
            <div>
              <Button size="small" onClick={() => setSkip(0)}>
                はじめにもどる
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
