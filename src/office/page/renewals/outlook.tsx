import { useState } from 'preact/hooks';
import type { OutlookGroup, OutlookLine } from '../../../contract/office-renewal';
import { Busy, useBusy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import type { Problem } from '../../../ui/error-summary';
import { describedBy, Field } from '../../../ui/field';
import { Refusal, type Attempt } from '../parts/refusal';
import { shortDay } from '../parts/short-day';
import { useRead } from '../parts/use-read';
import { WrongFields } from '../parts/wrong-fields';
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

const NO_DAY: Problem = {
  id: 'outlook-end',
  text: '「満了日」を選んでください。選んだ日に満了する方の見通しが出ます。',
};

/** 更新の見通し: of the people whose validity ends on a day, how many stand where, and who they are. */
export function Outlook({ round }: { round: number }) {
  const { value, attempt } = useRead('outlookEnds', {}, round);
  const [end, setEnd] = useState('');
  const [people, setPeople] = useState<readonly OutlookLine[]>();
  const [failed, setFailed] = useState<Attempt>();
  const [wrong, setWrong] = useState<readonly Problem[]>([]);
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
            setWrong(end === '' ? [NO_DAY] : []);
            if (end !== '') look();
          }}
        >
          <WrongFields problems={wrong} />
          <Field id={NO_DAY.id} label="満了日" error={wrong[0]?.text}>
            <select
              id={NO_DAY.id}
              aria-describedby={describedBy({ id: NO_DAY.id, label: '', error: wrong[0]?.text })}
              class="input"
              value={end}
              onChange={(event) => {
                setEnd(event.currentTarget.value);
                setPeople(undefined);
                setWrong([]);
              }}
            >
              <option value="">選んでください</option>
              {value.ends.map((each) => (
                <option key={each.end} value={each.end}>
                  {shortDay(each.written)}（{each.people}名）
                </option>
              ))}
            </select>
          </Field>
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
                  {group} {own.length}名{lost > 0 && `（うち郵送でお知らせする方 ${String(lost)}名）`}
                </summary>
                <ul class="plain samples">
                  {own.map(({ number, name, points, mail, phone, unreachable }) => (
                    <li key={number}>
                      {name}（{number}）{points}ポイント
                      <br />
                      <span class="quiet">
                        {unreachable ? '郵送でお知らせする方です' : mail} {phone}
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
