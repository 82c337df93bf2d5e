import { useState } from 'preact/hooks';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { Refusal } from '../parts/refusal';
import { Remark } from '../parts/remark';
import { usePress } from '../parts/use-press';
import { useRead } from '../parts/use-read';
import { PageSize } from './page-size';

/** 郵送する通知: one letter a page, its address in the window; after posting they become 投函済. */
export function PrintLetters() {
  const [skip, setSkip] = useState(0);
  const [said, setSaid] = useState('');
  const { value, attempt, again } = useRead('letters', { skip }, 0);
  const { busy, attempt: failed, press } = usePress();
  const written = value?.letters.filter(({ problem }) => problem === '') ?? [];
  const posted = () =>
    press('postLetters', { notices: written.map(({ notice }) => notice) }, (reply) => {
      setSaid(`${String(reply.posted)}通を「投函済」にしました。`);
      setSkip(0);
      again();
    });
  return (
    <>
      <PageSize rule="size: A4 portrait; margin: 18mm" />
      <div class="screen-only flow">
        <Refusal attempt={attempt ?? failed} />
        {said !== '' && (
          <p class="done-line" role="status">
            {said}
          </p>
        )}
        {!value && <Busy when={!attempt} text="通知を読んでいます。" />}
        {value && (
          <p>
            {value.total === 0
              ? '郵送する通知はありません。'
              : `郵送する通知が${String(value.total)}通あります。${String(value.letters.length)}通を表示しています。`}
          </p>
        )}
        {value?.letters
          .filter(({ problem }) => problem !== '')
          .map(({ notice, name, problem }) => (
            <Remark key={notice} text={`${name}：${problem}`} />
          ))}
        {written.length > 0 && (
          <div class="buttons">
            <Button size="small" busy={busy} onClick={posted}>
              {`表示中の${String(written.length)}通を投函済にする`}
            </Button>
            {value && value.total > skip + value.letters.length && (
              <Button size="small" onClick={() => setSkip(skip + value.letters.length)}>
                次の通知を見る
              </Button>
            )}
          </div>
        )}
      </div>
      {written.map(({ notice, label, subject, body }) => (
        <section key={notice} class="letter" aria-label={`${label.name}への通知`}>
          <p class="address">
            {label.postalCode !== '' && `〒${label.postalCode}`}
            {label.lines.map((line, at) => (
              <span key={at}>{line}</span>
            ))}
            <span class="to">{label.name}</span>
          </p>
          <p class="sender">
            {value?.sender.filter(isWritten).map((line, at) => (
              <span key={at}>{line}</span>
            ))}
          </p>
          <h2>{subject}</h2>
          <p class="body">{body}</p>
        </section>
      ))}
    </>
  );
}

/** The rule above a signature belongs to mails. */
function isWritten(line: string): boolean {
  return !/^―+$/.test(line);
}
