import { useState } from 'preact/hooks';
import type { Attempt } from './refusal';
import { WordsStep, type Words } from './words-step';

interface DecisionUndoProps {
  receipt: string;
  reasons: readonly { reason: string; request: string }[];
  /** What one should know of the mail; `''` if nothing. */
  remark: string;
  /** What it ends besides. */
  ends?: string;
  busy: boolean;
  attempt: Attempt | undefined;
  onPress: (words: Words) => void;
}

/** 決定を取り消す: the mail that waits does not leave; one that has left is corrected. */
export function DecisionUndo({ receipt, ends, ...step }: DecisionUndoProps) {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button type="button" class="link" onClick={() => setAsking(true)}>
        決定を取り消す<span class="name-only">（{receipt}）</span>
      </button>
    );
  return (
    <WordsStep
      rank="h3"
      title="決定を取り消しますか"
      press="決定を取り消す"
      onStop={() => setAsking(false)}
      {...step}
    >
      <UndoNote ends={ends} />
    </WordsStep>
  );
}

/** What taking a decision back does. */
export function UndoNote({ ends }: { ends?: string | undefined }) {
  return (
    <>
      <p>まだ送っていないお知らせは出ません。お知らせを送ったあとのときは、訂正のお知らせを送ります。</p>
      {ends !== undefined && <p>{ends}</p>}
    </>
  );
}
