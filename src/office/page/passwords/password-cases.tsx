import { useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import type { OperatingMode } from '../../../contract/office-operation';
import type { PasswordCase, PasswordDecisions } from '../../../contract/office-passwords';
import { isOver, type Decision } from '../parts/decision-words';
import { DoneLine } from '../parts/done-line';
import { QueueMore } from '../parts/queue-more';
import { Refusal } from '../parts/refusal';
import { useRowJump } from '../parts/row-jump';
import { PASSWORD_TAB } from '../tabs';
import { GroupResult, type Outcome } from './group-result';
import { Case } from './password-case';
import { Group } from './password-group';
import { ReasonFilter } from './reason-filter';
import { useWaitingCases } from './waiting-cases';

interface CasesProps {
  queue: OfficeValues['passwordQueue'];
  /** What the counting sentence calls them. */
  name: string;
  mode: OperatingMode | undefined;
  /** Something was decided: counts elsewhere are old. */
  onDecided: () => void;
  onMore: () => void;
}

/** The responses of one reading, decided one by one or in a group. */
export function PasswordCases({ queue, name, mode, onDecided, onMore }: CasesProps) {
  const { cases, total, line, open, leave, leaveAll, clearLine } = useWaitingCases(queue);
  const [reason, setReason] = useState('');
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<Decision>();
  const [outcome, setOutcome] = useState<Outcome>();
  const { jump, attempt } = useRowJump();

  const fits = (each: PasswordCase) => reason === '' || each.reason === reason;
  const shown = open.filter(fits);
  const ticked = shown.filter(({ responseId }) => ticks.has(responseId));

  const tick = (group: readonly PasswordCase[], on: boolean) =>
    setTicks((before) => {
      const ids = group.map(({ responseId }) => responseId);
      return on ? new Set([...before, ...ids]) : new Set([...before].filter((id) => !ids.includes(id)));
    });
  const take = (decision: Decision, group: readonly PasswordCase[], value: PasswordDecisions) => {
    const stay = value.skipped.filter((skip) => !isOver(skip.reason)).map(({ responseId }) => responseId);
    const gone = group.map(({ responseId }) => responseId).filter((id) => !stay.includes(id));
    setOutcome({ decision, group, value });
    setAsking(undefined);
    setTicks(new Set());
    leaveAll(gone);
    onDecided();
  };

  return (
    <div class="flow">
      <Refusal attempt={attempt} />
      {outcome && !asking && <GroupResult outcome={outcome} mode={mode} />}
      <p>
        {total === 0 ? `${name}はありません。` : `${name}が${String(total)}件あります。`}
        {total > open.length && open.length > 0 && `古いものから${String(open.length)}件を表示しています。`}
      </p>
      {!asking && (
        <ReasonFilter
          cases={open}
          reason={reason}
          onPick={(picked) => {
            setReason(picked);
            clearLine();
          }}
        />
      )}
      {shown.length > 0 && (
        <Group
          shown={shown}
          ticked={ticked}
          mode={mode}
          asking={asking}
          onAsk={setAsking}
          onTickAll={(on) => tick(shown, on)}
          onTaken={take}
        />
      )}
      <div class="flow" hidden={asking !== undefined}>
        {cases.map((each) =>
          each.responseId === line?.responseId ? (
            <DoneLine key={each.responseId} {...line} />
          ) : (
            fits(each) && (
              <Case
                key={each.responseId}
                case={each}
                mode={mode}
                ticked={ticks.has(each.responseId)}
                onTick={(on) => tick([each], on)}
                onRow={() => jump(PASSWORD_TAB, each.row)}
                onLeave={(sentence, focused) => {
                  leave(each.responseId, `${each.name}（${each.number}）：${sentence}`, focused);
                  onDecided();
                }}
              />
            )
          ),
        )}
        {shown.length === 0 && open.length > 0 && <p>この照合結果の回答は、もうありません。</p>}
      </div>
      <QueueMore open={open.length} total={total} onMore={onMore} />
    </div>
  );
}
