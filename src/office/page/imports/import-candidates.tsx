import { useEffect, useState } from 'preact/hooks';
import type { Candidate } from '../../../contract/office-import';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { FindPerson } from '../parts/find-person';
import { Refusal } from '../parts/refusal';
import { CandidateChoice } from './candidate-choice';
import { useImport } from './use-import';

/** 候補 that earlier imports left open, matched again with 台帳 as it is now. */
export function ImportCandidates() {
  const { busy, attempt, checked, written, look, take } = useImport('openCandidates', 'settleCandidates');
  const [choices, setChoices] = useState<Record<string, string>>({});
  /** People found by a number somebody typed, whom neither name nor フリガナ suggests. */
  const [found, setFound] = useState<Record<string, Candidate[]>>({});
  useEffect(() => {
    if (!checked && !busy && !attempt) look({});
  }, [checked, busy, attempt, look]);

  const choose = (record: string, number: string | undefined) => {
    const { [record]: _, ...others } = choices;
    setChoices(number === undefined ? others : { ...others, [record]: number });
  };
  const settled = Object.keys(choices).length;
  return (
    <>
      <Refusal attempt={attempt} />
      <Busy when={busy} text="台帳と照らし合わせています。" />
      {written && (
        <Notice kind="good" title={`${String(written.settled)}件を決めました。`} live>
          {written.settled < settled && (
            <p>
              {settled - written.settled}
              件はそのままです。ほかの人が先に決めたか、台帳にその番号の方がいません。
            </p>
          )}
          {written.granted > 0 && (
            <p>申請なしで付与する区分のポイントを、{written.granted}件付与しました。</p>
          )}
          <div class="buttons">
            <Button
              size="small"
              onClick={() => {
                setChoices({});
                look({});
              }}
            >
              残りを見る
            </Button>
          </div>
        </Notice>
      )}
      {checked && !written && checked.rows.length === 0 && <p>残っている候補はありません。</p>}
      {checked && !written && checked.rows.length > 0 && (
        <>
          <ul class="plain">
            {checked.rows.map(({ record, name, activity, candidates }) => (
              <li key={record} class="case">
                <p>
                  <strong>{name}</strong>
                </p>
                <p class="quiet">{activity}</p>
                <CandidateChoice
                  id={`choice-${record}`}
                  label={`${name}さん（${activity}）`}
                  candidates={[...candidates, ...(found[record] ?? [])]}
                  value={choices[record]}
                  onChoose={(number) => choose(record, number)}
                />
                <details>
                  <summary>ほかの方を登録番号で選ぶ</summary>
                  <FindPerson
                    id={`number-${record}`}
                    again={false}
                    onFound={({ number, name: own, kana, company }) => {
                      const other = { number, name: own, kana, company, same: [] };
                      const isNew = !candidates.some((one) => one.number === number);
                      setFound({ ...found, [record]: isNew ? [other] : [] });
                      choose(record, number);
                    }}
                  />
                </details>
              </li>
            ))}
          </ul>
          <div class="buttons">
            <Button kind="primary" busy={busy} onClick={() => settled > 0 && take({ choices })}>
              選んだ{settled}件を決める
            </Button>
          </div>
        </>
      )}
    </>
  );
}
