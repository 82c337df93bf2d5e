import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Registrant } from '../../../contract/office-renewal';
import { FindPerson } from './find-person';
import { Said } from './said';

/** The second step: back to the number, or done with what is said of it. */
export interface PersonStep {
  person: Registrant;
  onBack: () => void;
  onDone: (sentence: string) => void;
}

interface ForPersonProps {
  /** Of the field of the number. */
  id: string;
  onStop?: () => void;
  children: (step: PersonStep) => ComponentChildren;
}

/** Whatever is done in somebody's name: whose number it is, then what is to be done, then the next number. */
export function ForPerson({ id, onStop, children }: ForPersonProps) {
  const [person, setPerson] = useState<Registrant>();
  const [said, setSaid] = useState('');
  return (
    <>
      <Said text={said} />
      {person ? (
        children({
          person,
          onBack: () => setPerson(undefined),
          onDone: (sentence) => {
            setPerson(undefined);
            setSaid(sentence);
          },
        })
      ) : (
        <FindPerson
          id={id}
          again={said !== ''}
          {...(onStop && { onStop })}
          onFound={(found) => {
            setSaid('');
            setPerson(found);
          }}
        />
      )}
    </>
  );
}
