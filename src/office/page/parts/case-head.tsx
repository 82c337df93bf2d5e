import { PersonName } from './person-name';

interface CaseHeadProps {
  name: string;
  number: string;
  /** 受付番号, or when it came. */
  about: string;
  /** Undefined where it cannot be decided with others. */
  ticked?: boolean | undefined;
  onTick?: ((ticked: boolean) => void) | undefined;
  onRow: () => void;
}

/** The head of a card: whose case it is, a box to tick it, and the way to its row. */
export function CaseHead({ name, number, about, ticked, onTick, onRow }: CaseHeadProps) {
  return (
    <>
      <div class="case-head">
        {ticked !== undefined && (
          <label class="tick">
            <input
              type="checkbox"
              aria-label={`${name}（${number}）を選ぶ`}
              checked={ticked}
              onChange={(event) => onTick?.(event.currentTarget.checked)}
            />
          </label>
        )}
        <h3>
          <PersonName name={name} number={number} />
        </h3>
      </div>
      <div class="spread">
        <span class="quiet">{about}</span>
        <button type="button" class="link" onClick={onRow}>
          この行を表示する
        </button>
      </div>
    </>
  );
}
