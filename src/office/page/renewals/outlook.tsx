import { useState } from 'preact/hooks';
import type { OutlookGroup, OutlookLine } from '../../../contract/office-renewal';
import { Busy, useBusy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { Refusal, type Attempt } from '../parts/refusal';
import { useRead } from '../parts/use-read';
import { ask } from '../server';

const GROUPS: readonly OutlookGroup[] = [
  'そろった',
  '申請中',
  '更新済',
  '講習だけ未',
  'メールマガジンだけ未',
  'ポイント不足',
  '休止など',
];

/** 更新の見通し: of the people whose validity ends on a day, how many stand where, and who they are. */
export function Outlook({ round }: { round: number }) {
  const { value, attempt } = useRead('outlookEnds', {}, round);
  const [end, setEnd] = useState('');
  const [people, setPeople] = useState<readonly OutlookLine[]>();
  const [failed, setFailed] = useState<Attempt>();
  const [busy, run] = useBusy();
  const look = () =>
    run(async () => {
      const found: OutlookLine[] = [];
      for (;;) {
        const reply = await ask('renewalOutlook', { end, skip: found.length });
        setFailed(reply.ok ? undefined : { code: reply.code });
        if (!reply.ok) return;
        found.push(...reply.value.people);
        if (reply.value.people.length === 0 || found.length >= reply.value.total) break;
      }
      setPeople(found);
    });
  // A closed select is too narrow for the day with its number.
  const chosen = value?.ends.find((each) => each.end === end);
  return (
    <section class="flow">
      <h2 class="name-only">更新の見通し</h2>
      <Refusal attempt={attempt ?? failed} />
      {!value && <Busy when={!attempt} text="台帳を読んでいます。" />}
      {value && (
        <form
          class="step"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (end !== '') look();
          }}
        >
          <div class="field">
            <label for="outlook-end">満了日</label>
            <select
              id="outlook-end"
              class="input"
              value={end}
              onChange={(event) => {
                setEnd(event.currentTarget.value);
                setPeople(undefined);
              }}
            >
              <option value="">選んでください</option>
              {value.ends.map((each) => (
                <option key={each.end} value={each.end}>
                  {each.written}（{each.people}名）
                </option>
              ))}
            </select>
            {chosen && (
              <p class="support">
                {chosen.written}に満了する方は、{chosen.people}名です。
              </p>
            )}
          </div>
          <div>
            <Button type="submit" kind="primary" busy={busy}>
              見通しを見る
            </Button>
          </div>
          <Busy when={busy} text="1人ずつ数えています。" />
        </form>
      )}
      {people &&
        GROUPS.map((group) => {
          const own = people.filter((one) => one.group === group);
          const lost = own.filter(({ unreachable }) => unreachable).length;
          return (
            own.length > 0 && (
              <details key={group}>
                <summary>
                  {group} {own.length}名{lost > 0 && `（メールが届かない ${String(lost)}名）`}
                </summary>
                <ul class="plain samples">
                  {own.map(({ number, name, points, mail, phone, unreachable }) => (
                    <li key={number}>
                      {name}（{number}）{points}ポイント
                      <br />
                      <span class="quiet">
                        {unreachable ? 'メールが届きません' : mail} {phone}
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
            )
          );
        })}
    </section>
  );
}
