import { useState } from 'preact/hooks';
import type { Registrant } from '../../../contract/office-renewal';
import { FindPerson } from '../parts/find-person';
import { Said } from '../parts/said';
import { ChangeState } from './change-state';

/** 登録者の状態: whose it is, then 復帰, 失効の取消, 休止, 抹消 or 登録の取消 of that person, with the reason. */
export function PersonState({ onDone }: { onDone: () => void }) {
  const [person, setPerson] = useState<Registrant>();
  const [said, setSaid] = useState('');
  return (
    <section class="flow">
      <h2 class="name-only">登録者の状態</h2>
      <Said text={said} />
      {person ? (
        <ChangeState
          person={person}
          onBack={() => setPerson(undefined)}
          onChanged={(sentence) => {
            setPerson(undefined);
            setSaid(sentence);
            onDone();
          }}
        />
      ) : (
        <FindPerson
          id="state-number"
          again={said !== ''}
          onFound={(found) => {
            setSaid('');
            setPerson(found);
          }}
        />
      )}
    </section>
  );
}
