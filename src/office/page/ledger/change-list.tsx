import { useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import type { ChangeLine } from '../../../contract/office-ledger';
import { Busy, useBusy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { Refusal, type Attempt } from '../parts/refusal';
import { useRead } from '../parts/use-read';
import { ask } from '../server';
import { ChangeCard } from './change-card';
import { groupChanges, type ChangeGroup } from './change-groups';
import { MarkBar } from './mark-bar';

type Filter = '未確認' | 'すべて';
const FILTERS: readonly Filter[] = ['未確認', 'すべて'];

const READING = '変更履歴を読んでいます。';

/** 変更の一覧: what has changed in 台帳 lately, person by person, old and new side by side, to be marked as seen. */
export function ChangeList({ round }: { round: number }) {
  const [filter, setFilter] = useState<Filter>('未確認');
  const all = filter === 'すべて';
  const { value, attempt, turn } = useRead('changes', { all }, round);
  return (
    <section class="flow">
      <h2 class="name-only">変更の一覧</h2>
      <fieldset class="switch">
        <legend class="name-only">表示する変更</legend>
        {FILTERS.map((each) => (
          <label key={each} class="tick">
            <input type="radio" name="seen" checked={each === filter} onChange={() => setFilter(each)} />
            {each}
          </label>
        ))}
      </fieldset>
      <Refusal attempt={attempt} />
      {value ? (
        <ChangePages key={turn} filter={filter} first={value} />
      ) : (
        <Busy when={!attempt} text={READING} />
      )}
    </section>
  );
}

/** The changes of one reading, and on request the ones before them. */
function ChangePages({ filter, first }: { filter: Filter; first: OfficeValues['changes'] }) {
  const [{ lines, next }, setValue] = useState(first);
  const [attempt, setAttempt] = useState<Attempt>();
  const [busy, run] = useBusy();
  const all = filter === 'すべて';
  const more = (before: number) =>
    run(async () => {
      const reply = await ask('changes', { all, before });
      setAttempt(reply.ok ? undefined : { code: reply.code });
      if (reply.ok)
        setValue((known) => ({ lines: [...known.lines, ...reply.value.lines], next: reply.value.next }));
    });
  return (
    <>
      <Changes
        lines={lines}
        onMarked={(rows) => setValue((known) => ({ ...known, lines: without(known.lines, rows, all) }))}
      />
      {lines.length === 0 && next === null && <p>{filter}の変更はありません。</p>}
      <Refusal attempt={attempt} />
      {next !== null && (
        <div>
          <Button busy={busy} onClick={() => more(next)}>
            さらに前の変更を表示する
          </Button>
        </div>
      )}
      <Busy when={busy} text={READING} />
    </>
  );
}

function without(lines: readonly ChangeLine[], marked: readonly ChangeLine[], all: boolean): ChangeLine[] {
  const changes = new Set(marked.map(({ change }) => change));
  return all
    ? lines.map((line) => (changes.has(line.change) ? { ...line, isSeen: true } : line))
    : lines.filter(({ change }) => !changes.has(change));
}

interface ChangesProps {
  lines: readonly ChangeLine[];
  onMarked: (lines: readonly ChangeLine[]) => void;
}

function Changes({ lines, onMarked }: ChangesProps) {
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set());
  const groups = groupChanges(lines);
  const open = groups.filter((group) => group.lines.some(({ isSeen }) => !isSeen));
  const ticked = open.filter(({ key }) => ticks.has(key));
  const tick = (chosen: readonly ChangeGroup[], on: boolean) =>
    setTicks((before) => {
      const keys = chosen.map(({ key }) => key);
      return on ? new Set([...before, ...keys]) : new Set([...before].filter((key) => !keys.includes(key)));
    });
  return (
    <>
      <MarkBar
        open={open}
        ticked={ticked}
        onTickAll={(on) => tick(open, on)}
        onMarked={(marked) => {
          setTicks(new Set());
          onMarked(marked);
        }}
      />
      {groups.map((group) => (
        <ChangeCard
          key={group.key}
          group={group}
          ticked={ticks.has(group.key)}
          onTick={(on) => tick([group], on)}
        />
      ))}
    </>
  );
}
