import type { OfficeCheck } from '../../../contract/office-operation';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { CloseButton } from '../parts/close-button';
import { Refusal } from '../parts/refusal';
import { Rebuild } from './rebuild';
import { useLook } from './use-look';

/** 設定を点検する: every line says in words whether it is well; nothing is changed by looking. */
export function Check() {
  const { value: check, attempt, busy, look } = useLook('check');

  const count = check?.sections.flatMap(({ lines }) => lines).filter(({ state }) => state === 'warn').length;
  return (
    <main class="panel dialog-page">
      <h1 class="name-only">設定を点検する</h1>
      <Refusal attempt={attempt} />
      {count !== undefined && (
        <Notice
          kind={count === 0 ? 'good' : 'warning'}
          title={count === 0 ? '直すところはありません。' : `直すところが${String(count)}件あります。`}
          live
        />
      )}
      {check?.sections.map(({ title, lines }) => (
        <section class="stack" key={title}>
          <h2>{title}</h2>
          <ul class="plain stack">
            {lines.map(({ state, text }) => (
              <li key={text} class="check-line">
                <span class={`check-state ${state}`}>{STATES[state]}</span>
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {check && <Rebuild rebuild={check.rebuild} onAsked={look} />}
      <div>
        <div class="buttons">
          <Button busy={busy} onClick={look}>
            もう一度調べる
          </Button>
          <CloseButton />
        </div>
        <Busy when={busy} text="調べています。" />
      </div>
    </main>
  );
}

const STATES: Record<OfficeCheck['sections'][number]['lines'][number]['state'], string> = {
  ok: 'よし',
  warn: '要確認',
  note: 'お知らせ',
};
