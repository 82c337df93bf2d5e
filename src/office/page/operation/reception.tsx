import { useRef, useState } from 'preact/hooks';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { createClientKeys } from '../../../ui/client-key';
import { Notice } from '../../../ui/notice';
import { TextField } from '../../../ui/text-field';
import { CloseButton } from '../parts/close-button';
import { Refusal } from '../parts/refusal';
import { ask } from '../server';
import { ReceptionConfirm } from './reception-confirm';
import { useLook } from './use-look';

const SUGGESTED =
  'ただいま、マイページの受付を止めています。ご不便をおかけしますが、しばらくたってから、もう一度お試しください。';

/** 受付を止める／再開する: the state, the sentence, and one more question before it counts. */
export function Reception() {
  const { value: facts, setValue: setFacts, attempt, setAttempt, busy, run, look } = useLook('reception');
  const [text, setText] = useState(SUGGESTED);
  const [missing, setMissing] = useState(false);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  const keys = useRef(createClientKeys()).current;

  const wished = facts?.stopped == null ? text.trim() : null;
  const set = () =>
    run(async () => {
      const args = { text: wished };
      const reply = await ask('setReception', args, keys.keyFor(args));
      setAttempt(reply.ok ? undefined : { code: reply.code });
      if (!reply.ok) return;
      keys.settled();
      setFacts(reply.value);
      setDone(true);
      setAsking(false);
    });
  const next = () => {
    setMissing(wished === '');
    if (wished === '') return;
    setDone(false);
    setAsking(true);
  };

  return (
    <main class="panel dialog-page">
      <h1 class="name-only">受付を止める／再開する</h1>
      <Refusal attempt={attempt} />
      {facts && (
        <Notice
          kind={facts.stopped === null ? 'good' : 'warning'}
          title={
            facts.stopped === null
              ? done
                ? '受付を再開しました。'
                : 'マイページは、受付中です。'
              : done
                ? '受付を止めました。'
                : 'マイページの受付を止めています。'
          }
          live
        >
          {facts.stopped !== null && <p>登録者の画面：{facts.stopped}</p>}
        </Notice>
      )}
      {facts?.stopped === null && !asking && (
        <TextField
          id="sentence"
          label="登録者の画面に出す文"
          value={text}
          onInput={setText}
          maxLength={200}
          error={missing ? '登録者の画面に出す文を入れてください。' : undefined}
          support="止めているあいだ、マイページにはこの文だけが出ます。フォームの回答の受付と、メールの送信は続きます。"
        />
      )}
      {facts && asking && (
        <ReceptionConfirm sentence={wished} busy={busy} onYes={set} onStop={() => setAsking(false)} />
      )}
      <div>
        <div class="buttons">
          {facts && !asking && (
            <Button kind="primary" onClick={next}>
              {facts.stopped === null ? '受付を止める' : '受付を再開する'}
            </Button>
          )}
          {!facts && (
            <Button busy={busy} onClick={look}>
              もう一度調べる
            </Button>
          )}
          {!asking && <CloseButton />}
        </div>
        <Busy when={busy} text={facts ? '切り替えています。' : '調べています。'} />
      </div>
    </main>
  );
}
