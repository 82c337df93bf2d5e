import { useState } from 'preact/hooks';
import type { OfficeValues, OperatingMode } from '../../contract/office';
import type { PointCase } from '../../contract/office-points';
import { Button } from '../../ui/button';
import { DoneLine } from './done-line';
import { PointCard } from './point-card';
import { PointUndo } from './point-undo';
import { POINT_TAB } from './point-words';
import { PointsTogether } from './points-together';
import { Refusal } from './refusal';
import { useRowJump } from './row-jump';

interface PointCasesProps {
  queue: OfficeValues['pointsQueue'];
  show: string;
  skip: number;
  mode: OperatingMode | undefined;
  onDecided: () => void;
  /** Reads again from the beginning. */
  onMore: () => void;
  onSkip: (skip: number) => void;
}

/** What stands where a decided case stood. */
interface Left {
  text: string;
  undo: boolean;
}

/** The cases read, each decided in its place; Enter goes from one 承認 to the next. */
export function PointCases({ queue, show, skip, mode, onDecided, onMore, onSkip }: PointCasesProps) {
  const [cases, setCases] = useState<readonly PointCase[]>(queue.cases);
  const [lines, setLines] = useState<Readonly<Record<string, Left>>>({});
  const [turn, setTurn] = useState<{ last?: string; next?: string | undefined }>({});
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const { jump, attempt } = useRowJump();
  const open = cases.filter(({ receipt }) => !(receipt in lines));
  const total = queue.total - (cases.length - open.length);
  const leave = (some: Readonly<Record<string, Left>>) => {
    const now = { ...lines, ...some };
    const receipts = Object.keys(some);
    const last = receipts[receipts.length - 1] ?? '';
    const after = cases.slice(cases.findIndex((each) => each.receipt === last) + 1);
    setTurn({ last, next: after.find((each) => !(each.receipt in now))?.receipt });
    setLines(now);
    setTicked(ticked.filter((receipt) => !(receipt in now)));
    onDecided();
  };
  const who = ({ name, number }: PointCase) => `${name}（${number}）`;
  const rest = queue.total - skip - cases.length;
  return (
    <>
      <Refusal attempt={attempt} />
      <p>
        {total <= 0
          ? `${show}の申請はありません。`
          : `${show}の申請が${String(total)}件あります。${open.length < total ? `${String(open.length)}件を表示しています。` : ''}`}
      </p>
      {show === '申請中' && cases.length > 1 && open.length > 0 && (
        <PointsTogether
          open={open}
          ticked={open.filter(({ receipt }) => ticked.includes(receipt))}
          mode={mode}
          onTick={setTicked}
          onTaken={(taken) =>
            leave(
              Object.fromEntries(
                taken.map(({ one, text, undo }) => [one.receipt, { text: `${who(one)}：${text}`, undo }]),
              ),
            )
          }
        />
      )}
      {cases.map((each) => {
        const line = lines[each.receipt];
        return line === undefined ? (
          <PointCard
            key={each.receipt}
            case={each}
            queue={queue}
            mode={mode}
            isNext={turn.next === each.receipt}
            {...(show === '申請中' && {
              ticked: ticked.includes(each.receipt),
              onTick: (isTicked: boolean) =>
                setTicked([
                  ...ticked.filter((receipt) => receipt !== each.receipt),
                  ...(isTicked ? [each.receipt] : []),
                ]),
            })}
            onEvidence={(state) =>
              setCases(
                cases.map((one) => (one === each ? { ...one, evidence: { ...one.evidence, state } } : one)),
              )
            }
            onLeave={(text, undo) => leave({ [each.receipt]: { text: `${who(each)}：${text}`, undo } })}
            onRow={() => jump(POINT_TAB, each.row)}
          />
        ) : (
          <div class="stack" key={each.receipt}>
            <DoneLine text={line.text} focused={turn.last === each.receipt && turn.next === undefined} />
            {line.undo && (
              <PointUndo
                case={each}
                reasons={queue.reasons}
                mode={mode}
                onUndone={(text) => {
                  setLines({ ...lines, [each.receipt]: { text: `${who(each)}：${text}`, undo: false } });
                  onDecided();
                }}
              />
            )}
          </div>
        );
      })}
      {open.length === 0 && total > 0 && (
        <div>
          <Button onClick={onMore}>続きを表示する</Button>
        </div>
      )}
      {open.length > 0 && rest > 0 && (
        <div>
          <Button size="small" onClick={() => onSkip(skip + cases.length)}>
            決めずに、次の{Math.min(rest, 20)}件を見る
          </Button>
        </div>
      )}
      {skip > 0 && (
        <div>
          <Button size="small" onClick={() => onSkip(0)}>
            はじめにもどる
          </Button>
        </div>
      )}
    </>
  );
}
