import { Busy } from '../../../ui/busy';
import { Refusal } from '../parts/refusal';
import { useRead } from '../parts/use-read';
import { FindingCard } from './finding-card';

interface LedgerCheckProps {
  /** Another number reads again. */
  round: number;
  /** Something was mended: counts elsewhere are old. */
  onMended: () => void;
}

/** 台帳の点検: what a person must mend, each with a way to its row and, where there is one, a button that mends it. */
export function LedgerCheck({ round, onMended }: LedgerCheckProps) {
  const { value, attempt } = useRead('findings', {}, round);
  return (
    <section class="flow">
      <h2 class="name-only">台帳の点検</h2>
      <Refusal attempt={attempt} />
      {value ? (
        <>
          <p>
            {value.findings.length === 0
              ? '直すところは、見つかっていません。'
              : `確かめるところが${String(value.findings.length + value.more)}件あります。`}
          </p>
          {value.isWaiting && (
            <p class="quiet">シートの変更を調べている途中です。5分ほどで、ここに出そろいます。</p>
          )}
          {value.findings.map((finding) => (
            <FindingCard key={finding.id} finding={finding} onMended={onMended} />
          ))}
          {value.more > 0 && value.findings.length > 0 && (
            <p>ほか{value.more}件は、ここに出ているものを直して「最新にする」を押すと出ます。</p>
          )}
        </>
      ) : (
        <Busy when={!attempt} text="台帳を調べています。" />
      )}
    </section>
  );
}
