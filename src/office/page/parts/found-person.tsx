import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Registrant } from '../../../contract/office-renewal';
import { FieldError } from '../../../ui/field';
import { PersonName } from './person-name';

interface FoundPersonProps {
  id: string;
  person: Registrant;
  /** What the server had against this person. */
  error?: string | undefined;
}

/** Whose 登録番号 it is, to be compared with the paper or the voice on the phone; read out first. */
export function FoundPerson({ id, person, error }: FoundPersonProps) {
  const { name, number, kana, birthDate, company, state, period } = person;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  const lines = [
    ['フリガナ', kana],
    ['生年月日', birthDate],
    ['事業所名', company],
    ['状態', state],
    ['有効期間', period],
  ].filter(([, text]) => text !== '');
  return (
    <div class="flow" role="group" aria-label="登録番号の方" tabIndex={-1} id={id} ref={box}>
      <p>
        <PersonName name={name} number={number} strong />
      </p>
      <dl class="addresses">
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <FieldError id={id} label="" error={error} />
    </div>
  );
}
