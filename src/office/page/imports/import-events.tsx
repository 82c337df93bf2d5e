import { useState } from 'preact/hooks';
import type { EventResult } from '../../../contract/office-import';
import { readEventList, type EventRow } from '../../../domain/fields/event-list';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Refusal } from '../parts/refusal';
import { ImportFile } from './import-file';
import { Counts, LeftOut, Unknown } from './import-parts';
import { useImport } from './use-import';

const MEANING: Record<EventResult, string> = {
  新規: '行事に加えます',
  変更: '行事を直します',
  同じ: 'すでに同じ内容です',
  重複: '一覧に2回あります',
  読めない: '読めない欄があります。一覧を直してください',
};

/** 行事 from a list. */
export function ImportEvents() {
  const [rows, setRows] = useState<EventRow[]>([]);
  const [unknown, setUnknown] = useState<string[]>([]);
  const { busy, attempt, checked, written, look, take, forget } = useImport('checkEvents', 'importEvents');

  const read = (table: string[][]): string | undefined => {
    const list = readEventList(table);
    forget();
    setRows(list?.rows ?? []);
    setUnknown(list?.unknown ?? []);
    if (!list)
      return '行事の名前の列が見つかりません。見出しに「名称」か「行事名」がある一覧を選んでください。';
    if (list.rows.length === 0) return '見出しの下に、行事の行がありません。';
    look({ rows: list.rows });
    return undefined;
  };

  return (
    <>
      <ImportFile of="行事の一覧" read={read} />
      <Unknown headers={unknown} />
      <Refusal attempt={attempt} />
      <Busy when={busy} text={checked ? '取り込んでいます。' : '行事と照らし合わせています。'} />
      {written && (
        <Notice kind="good" title="取り込みました。" live>
          <p>
            {written.added}件を加え、{written.changed}件を直しました。
          </p>
          <LeftOut rows={checked?.rows ?? []} of="一覧" results={['読めない', '重複']} />
        </Notice>
      )}
      {checked && !written && (
        <>
          <Counts results={checked.rows.map(({ result }) => result)} meaning={MEANING} />
          <div class="scroll" role="region" aria-label="行ごとの結果" tabIndex={0}>
            <table class="figures">
              <thead>
                <tr>
                  <th scope="col">行</th>
                  <th scope="col">結果</th>
                  <th scope="col">行事</th>
                  <th scope="col" class="short">
                    開始日
                  </th>
                </tr>
              </thead>
              <tbody>
                {checked.rows.map(({ line, result, title, date, remark }) => (
                  <tr key={line}>
                    <th scope="row">{line}</th>
                    <td>
                      {result}
                      {remark !== '' && <span class="quiet">（{remark}）</span>}
                    </td>
                    <td>{title}</td>
                    <td>{date}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div class="buttons">
            <Button kind="primary" busy={busy} onClick={() => take({ rows, expected: checked.willTake })}>
              {checked.willTake}件を取り込む
            </Button>
          </div>
        </>
      )}
    </>
  );
}
