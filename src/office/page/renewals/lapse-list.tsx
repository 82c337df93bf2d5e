import { useState } from 'preact/hooks';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { Refusal } from '../parts/refusal';
import { Said } from '../parts/said';
import { usePress } from '../parts/use-press';
import { useRead } from '../parts/use-read';
import { WordsStep } from '../parts/words-step';

/** As many the server looks at in one answer; of them it names those nothing keeps. */
const LOOKED_AT = 60;
/** Named before the press. */
const SAMPLES = 3;

/** 失効予定: whose validity has ended and nothing keeps; a person confirms it, never a machine. */
export function LapseList({ round, onDone }: { round: number; onDone: () => void }) {
  const [skip, setSkip] = useState(0);
  const { value: list, attempt, again } = useRead('lapseList', { skip }, round);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const { busy, attempt: failed, press } = usePress();
  const people = list?.people ?? [];
  const rest = (list?.total ?? 0) - skip - LOOKED_AT;
  const confirm = () =>
    press('confirmLapse', { numbers: [...ticked] }, ({ lapsed, left }) => {
      setSaid(
        `${String(lapsed)}名の失効を確定しました。${left > 0 ? `${String(left)}名は、申請や承認があったため、そのままです。` : ''}`,
      );
      setAsking(false);
      setTicked([]);
      setSkip(0);
      again();
      onDone();
    });
  return (
    <section class="flow">
      <h2 class="name-only">失効予定</h2>
      <Refusal attempt={attempt} />
      <Said text={said} />
      {!list && <Busy when={!attempt} text="台帳を読んでいます。" />}
      {list && (
        <p>
          {people.length === 0 && skip === 0 && rest <= 0
            ? '失効を確定する方はいません。'
            : `満了日を過ぎた${String(list.total)}名のうち、${skip > 0 || rest > 0 ? `${String(skip + 1)}人目から${String(Math.min(skip + LOOKED_AT, list.total))}人目までで、` : ''}更新の申請などがない方は${String(people.length)}名です。`}
        </p>
      )}
      {list && (
        <p class="quiet">
          「本番」にする前に満了日を過ぎた方は、ここには並びません。台帳をお確かめのうえ、失効した方は、台帳の「状態」を「失効」にしてください。
        </p>
      )}
      {asking && (
        <section class="case">
          <WordsStep
            rank="h3"
            title={`${String(ticked.length)}名の失効を確定しますか`}
            press={`失効を確定する（${String(ticked.length)}名）`}
            remark="台帳の状態を「失効」にします。あとから「登録者の状態」で取り消せます。"
            busy={busy}
            attempt={failed}
            onPress={confirm}
            onStop={() => setAsking(false)}
          >
            <ul class="plain samples">
              {people
                .filter(({ number }) => ticked.includes(number))
                .slice(0, SAMPLES)
                .map(({ number, name }) => (
                  <li key={number}>
                    <strong>{name}</strong> <span class="nowrap">（{number}）</span>
                  </li>
                ))}
            </ul>
            {ticked.length > SAMPLES && <p>ほか{ticked.length - SAMPLES}名</p>}
          </WordsStep>
        </section>
      )}
      {!asking && people.length > 0 && (
        <>
          <label class="tick">
            <input
              type="checkbox"
              checked={ticked.length === people.length}
              indeterminate={ticked.length > 0 && ticked.length < people.length}
              onChange={(event) =>
                setTicked(event.currentTarget.checked ? people.map(({ number }) => number) : [])
              }
            />
            すべて選ぶ
          </label>
          <ul class="plain stack">
            {people.map(({ number, name, end, phone, by }) => (
              <li key={number}>
                <label class="tick">
                  <input
                    type="checkbox"
                    checked={ticked.includes(number)}
                    onChange={(event) =>
                      setTicked([
                        ...ticked.filter((one) => one !== number),
                        ...(event.currentTarget.checked ? [number] : []),
                      ])
                    }
                  />
                  <span>
                    {name}（{number}）<br />
                    <span class="quiet">
                      満了日 {end}・{by} {phone}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          {ticked.length > 0 && (
            <div>
              <Button kind="primary" onClick={() => setAsking(true)}>
                {`失効を確定する（${String(ticked.length)}名）`}
              </Button>
            </div>
          )}
        </>
      )}
      {!asking && rest > 0 && (
        <div>
          <Button
            size="small"
            onClick={() => {
              setTicked([]);
              setSkip(skip + LOOKED_AT);
            }}
          >
            次を見る
          </Button>
        </div>
      )}
    </section>
  );
}
