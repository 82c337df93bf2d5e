import { Notice } from '../../../ui/notice';

/** How many rows have which result, and what becomes of them. */
export function Counts<R extends string>({
  results,
  meaning,
}: {
  results: readonly R[];
  meaning: Readonly<Record<R, string>>;
}) {
  const kinds = (Object.keys(meaning) as R[]).filter((kind) => results.includes(kind));
  return (
    <table class="figures" aria-label="結果ごとの行の数">
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">
              {kind}
              <span class="quiet"> {meaning[kind]}</span>
            </th>
            <td>{results.filter((result) => result === kind).length} 行</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Headers nobody knows: their columns are left out. */
export function Unknown({ headers }: { headers: readonly string[] }) {
  if (headers.length === 0) return null;
  return (
    <Notice title="使わない列">
      <p>{headers.join('、')}</p>
    </Notice>
  );
}

/** Rows that have to be put right in the list before they can be taken, after the others were. */
export function LeftOut({
  rows,
  of,
  results,
}: {
  rows: readonly { line: number; result: string; remark: string }[];
  of: string;
  results: readonly string[];
}) {
  const left = rows.filter(({ result }) => results.includes(result));
  if (left.length === 0) return null;
  return (
    <>
      <p>
        次の{left.length}行は入れていません。{of}
        を直して、もう一度取り込んでください（入った行は、重なりません）。
      </p>
      <ul>
        {left.map(({ line, result, remark }) => (
          <li key={line}>
            {line}行目：{result}
            {remark !== '' && `（${remark}）`}
          </li>
        ))}
      </ul>
    </>
  );
}
