import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Busy, useBusy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/text-field';
import { ask, type Reply } from '../server';
import { DoneLine } from './done-line';
import { Refusal, type Attempt } from './refusal';
import { useRowJump } from './row-jump';

type Method = 'pointCase' | 'renewalCase';
type Found<M extends Method> = Extract<Reply<M>, { ok: true }>['value']['found'];

/** What the card of the application found may ask for. */
interface FoundActs<One> {
  onChange: (found: One) => void;
  onLeave: (sentence: string) => void;
  onRow: () => void;
}

interface ReceiptSearchProps<M extends Method> {
  method: M;
  example: string;
  tab: string;
  onDecided: () => void;
  onClose: () => void;
  children: (found: NonNullable<Found<M>>, acts: FoundActs<NonNullable<Found<M>>>) => ComponentChildren;
}

/** 受付番号で探す: one application in whatever state, to look at or to take its decision back. */
export function ReceiptSearch<M extends Method>(props: ReceiptSearchProps<M>) {
  const { method, example, tab, onDecided, onClose, children } = props;
  const [receipt, setReceipt] = useState('');
  const [found, setFound] = useState<Found<M>>();
  const [line, setLine] = useState('');
  const [attempt, setAttempt] = useState<Attempt>();
  const [busy, run] = useBusy();
  const { jump, attempt: jumped } = useRowJump();
  const search = () =>
    run(async () => {
      setLine('');
      const reply = await ask<Method>(method, { receipt: receipt.trim() });
      setAttempt(reply.ok ? undefined : { code: reply.code });
      setFound(reply.ok ? reply.value.found : undefined);
    });
  return (
    <section class="flow" aria-label="受付番号で探す">
      <form
        class="step"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <TextField
          id="receipt-search"
          label="受付番号"
          support={`例：${example}`}
          value={receipt}
          maxLength={20}
          onInput={setReceipt}
        />
        <div class="buttons">
          <Button type="submit" kind="primary" busy={busy}>
            探す
          </Button>
          <Button onClick={onClose}>一覧にもどる</Button>
        </div>
        <Busy when={busy} text="申請を読んでいます。" />
      </form>
      <Refusal attempt={attempt ?? jumped} />
      {found === null && <p role="status">この受付番号の申請はありません。</p>}
      {line !== '' && <DoneLine text={line} focused />}
      {found &&
        line === '' &&
        children(found, {
          onChange: setFound,
          onLeave: (text) => {
            setLine(`${found.name}（${found.number}）：${text}`);
            onDecided();
          },
          onRow: () => jump(tab, found.row),
        })}
    </section>
  );
}
