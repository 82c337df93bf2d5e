import type { ChangeGroup } from './change-groups';

interface ChangeCardProps {
  group: ChangeGroup;
  ticked: boolean;
  onTick: (ticked: boolean) => void;
}

/** What one person's entry became at one moment: who, by which way, and each item before and after. */
export function ChangeCard({ group: { lines }, ticked, onTick }: ChangeCardProps) {
  const [first] = lines;
  if (!first) return null;
  const { name, number, at, by, route, receipt } = first;
  const who = name === '' ? number : `${name}（${number}）`;
  const isOpen = lines.some(({ isSeen }) => !isSeen);
  return (
    <article class="case" aria-label={`${who} ${at}`}>
      <div class="case-head">
        {isOpen && (
          <label class="tick">
            <input
              type="checkbox"
              checked={ticked}
              aria-label={`${who} ${at}の変更を選ぶ`}
              onChange={(event) => onTick(event.currentTarget.checked)}
            />
          </label>
        )}
        <h3>{who}</h3>
      </div>
      <p class="quiet">
        {at}　{route}　{by}
        {receipt && `　${receipt}`}
        {!isOpen && '　確認済'}
      </p>
      {lines.map(({ change, item, before, after }) => (
        <table class="compare" key={change}>
          <caption>{item}</caption>
          <thead>
            <tr>
              <th scope="col">変更前</th>
              <th scope="col">変更後</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{before || '（なし）'}</td>
              <td>{after || '（なし）'}</td>
            </tr>
          </tbody>
        </table>
      ))}
    </article>
  );
}
