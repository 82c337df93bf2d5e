import { useEffect, useState } from 'preact/hooks';
import type { OfficeValues, PasswordCase } from '../../contract/office';
import { Busy, useBusy } from '../../ui/busy';
import { Button } from '../../ui/button';
import { MailText } from '../../ui/mail-text';
import { Refusal, type Attempt } from './refusal';
import { useRowJump } from './row-jump';
import { ask } from './server';
import { PASSWORD_TAB } from './tabs';
import { explainReason } from './words';

/** パスワード: the form answers that wait for a person, each with its reason and what differs. */
export function PasswordQueue() {
  const [queue, setQueue] = useState<OfficeValues['passwordQueue']>();
  const [attempt, setAttempt] = useState<Attempt>();
  const [busy, run] = useBusy();
  const { jump, attempt: jumped } = useRowJump();
  useEffect(
    () =>
      run(async () => {
        const reply = await ask('passwordQueue', {});
        if (reply.ok) setQueue(reply.value);
        else setAttempt({ code: reply.code });
      }),
    [run],
  );
  return (
    <section class="stack">
      <h2>パスワードの送付（要確認）</h2>
      <Refusal attempt={attempt ?? jumped} />
      {!queue && <Busy when={busy} text="回答を読んでいます。" />}
      {queue && (
        <p>
          {queue.total === 0
            ? '確認を待っている回答はありません。'
            : `確認を待っている回答が${String(queue.total)}件あります。`}
          {queue.total > queue.cases.length &&
            `古いものから${String(queue.cases.length)}件を表示しています。`}
        </p>
      )}
      {queue?.cases.map((each) => (
        <Case key={each.responseId} case={each} onRow={() => jump(PASSWORD_TAB, each.row)} />
      ))}
    </section>
  );
}

function Case({ case: each, onRow }: { case: PasswordCase; onRow: () => void }) {
  const lines = [
    { label: 'メールアドレス', given: each.newMail, onFile: each.oldMail },
    ...each.differences.filter(({ label }) => label !== 'メールアドレス'),
  ];
  return (
    <article class="case" aria-label={`${each.name}（${each.number}）`}>
      <h3>
        {each.name} <span class="nowrap">（{each.number}）</span>
      </h3>
      <p class="quiet">{each.received} 受付</p>
      <p class="reason">{each.reason}</p>
      <p>{explainReason(each.reason)}</p>
      {lines.map(({ label, given, onFile }) => (
        <table class="compare" key={label}>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">回答（新）</th>
              <th scope="col">台帳（旧）</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{given ? <MailText mail={given} /> : '（なし）'}</td>
              <td>{onFile ? <MailText mail={onFile} /> : '（なし）'}</td>
            </tr>
          </tbody>
        </table>
      ))}
      <div>
        <Button size="small" onClick={onRow}>
          この行を表示する
        </Button>
      </div>
    </article>
  );
}
