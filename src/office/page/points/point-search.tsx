import { useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import type { PointCase } from '../../../contract/office-points';
import { Busy, useBusy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/text-field';
import { DoneLine } from '../parts/done-line';
import { Refusal, type Attempt } from '../parts/refusal';
import { useRowJump } from '../parts/row-jump';
import { ask } from '../server';
import { PointCard } from './point-card';
import { POINT_TAB } from './point-words';

interface PointSearchProps {
  queue: OfficeValues['pointsQueue'];
  mode: OperatingMode | undefined;
  onDecided: () => void;
  onClose: () => void;
}

/** 受付番号で探す: one application in whatever state, to look at or to take its decision back. */
export function PointSearch({ queue, mode, onDecided, onClose }: PointSearchProps) {
  const [receipt, setReceipt] = useState('');
  const [found, setFound] = useState<PointCase | null>();
  const [line, setLine] = useState('');
  const [attempt, setAttempt] = useState<Attempt>();
  const [busy, run] = useBusy();
  const { jump, attempt: jumped } = useRowJump();
  const search = () =>
    run(async () => {
      setLine('');
      const reply = await ask('pointCase', { receipt: receipt.trim() });
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
          id="point-search"
          label="受付番号"
          support="例：P26-000123-4"
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
      {found && line === '' && (
        <PointCard
          key={found.receipt}
          case={found}
          queue={queue}
          mode={mode}
          isNext
          onEvidence={(state) => setFound({ ...found, evidence: { ...found.evidence, state } })}
          onLeave={(text) => {
            setLine(`${found.name}（${found.number}）：${text}`);
            onDecided();
          }}
          onRow={() => jump(POINT_TAB, found.row)}
        />
      )}
    </section>
  );
}
