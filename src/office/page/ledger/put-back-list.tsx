import { useEffect, useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import { Busy } from '../../../ui/busy';
import { Refusal, type Attempt } from '../parts/refusal';
import { ask } from '../server';

/** 元に戻した入力: what was typed into a tab and could not stay, of the last seven days. */
export function PutBackList({ round }: { round: number }) {
  const [edits, setEdits] = useState<OfficeValues['putBackEdits']['edits']>();
  const [attempt, setAttempt] = useState<Attempt>();
  useEffect(() => {
    let wanted = true;
    setEdits(undefined);
    void ask('putBackEdits', {}).then((reply) => {
      if (!wanted) return;
      setAttempt(reply.ok ? undefined : { code: reply.code });
      if (reply.ok) setEdits(reply.value.edits);
    });
    return () => {
      wanted = false;
    };
  }, [round]);
  return (
    <section class="flow">
      <h2 class="name-only">元に戻した入力</h2>
      <Refusal attempt={attempt} />
      {!edits && <Busy when={!attempt} text="記録を読んでいます。" />}
      {edits && (
        <p>
          {edits.length === 0
            ? 'この7日間に、元に戻した入力はありません。'
            : 'シートに入力されたものの、そのままにできなかったものです。'}
        </p>
      )}
      <ul class="plain stack">
        {edits?.map(({ at, by, target, text }, index) => (
          <li key={index} class="case">
            <p class="quiet">
              {at} {by}
            </p>
            <p>
              {target}：{text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
