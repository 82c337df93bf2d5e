import { useState } from 'preact/hooks';
import type { AttendanceCheck, AttendanceResult } from '../../../contract/office-import';
import { readAttendanceList, type AttendanceRow } from '../../../domain/fields/attendance-list';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Refusal } from '../parts/refusal';
import { CandidateChoice } from './candidate-choice';
import { ImportFile } from './import-file';
import { Counts, LeftOut, Unknown } from './import-parts';
import { useImport } from './use-import';

const NO_NAMES = '名前の列が見つかりません。見出しに「氏名」か「名前」がある名簿を選んでください。';
const MOST = 1000;

/** What each result means for the person at the keyboard. */
const MEANING: Record<AttendanceResult, string> = {
  一致: '受講履歴に入れます',
  候補: '同じ方かもしれません。下で選んでください',
  登録者以外: '台帳にいない方です。入れません',
  重複: 'すでに受講履歴にあります',
  期間外: '資格有効期間の外です。受講履歴には入れます',
  欠席: '欠席として入れます',
  読めない: '読めない欄があります。名簿を直してください',
  行事不明: '行事の名称か受講日がありません',
};

/** 受講履歴 from a list of attendance. */
export function ImportAttendance() {
  const [rows, setRows] = useState<AttendanceRow[]>([]);
  const [unknown, setUnknown] = useState<string[]>([]);
  const [choices, setChoices] = useState<Record<string, string>>({});
  const { busy, attempt, checked, written, look, take, forget } = useImport(
    'checkAttendance',
    'importAttendance',
  );

  const read = (table: string[][]): string | undefined => {
    const list = readAttendanceList(table);
    forget();
    setChoices({});
    setRows(list?.rows ?? []);
    setUnknown(list?.unknown ?? []);
    if (!list) return NO_NAMES;
    if (list.rows.length === 0) return '見出しの下に、名前の行がありません。';
    if (list.rows.length > MOST)
      return `一度に取り込めるのは${String(MOST)}行までです。名簿を分けてください。`;
    look({ rows: list.rows, choices: {} });
    return undefined;
  };

  const choose = (line: number, number: string | undefined) => {
    const { [String(line)]: _, ...others } = choices;
    const next = number === undefined ? others : { ...others, [String(line)]: number };
    setChoices(next);
    look({ rows, choices: next });
  };

  return (
    <>
      <ImportFile of="名簿" read={read} />
      <Unknown headers={unknown} />
      <Refusal attempt={attempt} />
      <Busy when={busy} text={checked ? '取り込んでいます。' : '台帳と照らし合わせています。'} />
      {written && (
        <Notice kind="good" title="取り込みました。" live>
          <p>
            受講履歴に{written.taken}行を入れました。
            {written.kept > 0 &&
              `候補${String(written.kept)}行は残しました（「前の取込で残した候補」で選べます）。`}
            {written.others > 0 && `登録者以外の${String(written.others)}行は入れていません。`}
          </p>
          {written.granted > 0 && (
            <p>申請なしで付与する区分のポイントを、{written.granted}件付与しました。</p>
          )}
          {written.takeBack.length > 0 && (
            <p>
              出席でなくなった方の、承認したポイントが残っています（{written.takeBack.join('、')}
              ）。「ポイント」の「受付番号で探す」で開き、「決定を取り消す」を押してください。
            </p>
          )}
          <LeftOut rows={checked?.rows ?? []} of="名簿" results={['読めない', '行事不明']} />
        </Notice>
      )}
      {checked && !written && (
        <>
          <Counts results={checked.rows.map(({ result }) => result)} meaning={MEANING} />
          <Rows rows={checked.rows} choices={choices} onChoose={choose} />
          <div class="buttons">
            <Button
              kind="primary"
              busy={busy}
              onClick={() => take({ rows, choices, expected: checked.willTake })}
            >
              {checked.willTake}行を取り込む
            </Button>
          </div>
        </>
      )}
    </>
  );
}

interface RowsProps {
  rows: readonly AttendanceCheck[];
  choices: Readonly<Record<string, string>>;
  onChoose: (line: number, number: string | undefined) => void;
}

function Rows({ rows, choices, onChoose }: RowsProps) {
  return (
    <div class="scroll" role="region" aria-label="行ごとの結果" tabIndex={0}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">結果</th>
            <th scope="col" class="short">
              名簿のお名前
            </th>
            <th scope="col">台帳</th>
            <th scope="col">行事</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, result, name, number, person, activity, remark, candidates }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              <td>
                {result}
                {remark !== '' && <span class="quiet">（{remark}）</span>}
              </td>
              <td>{name}</td>
              <td>
                {number !== '' && `${number} ${person}`}
                {(candidates.length > 0 || String(line) in choices) && (
                  <CandidateChoice
                    id={`choice-${String(line)}`}
                    label={`${String(line)}行目の${name}さん`}
                    candidates={candidates}
                    value={choices[String(line)]}
                    onChoose={(chosen) => onChoose(line, chosen)}
                  />
                )}
              </td>
              <td>{activity}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
