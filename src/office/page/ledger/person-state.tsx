import { ForPerson } from '../parts/for-person';
import { ChangeState } from './change-state';

/** 登録者の状態: whose it is, then 復帰, 失効の取消, 休止, 抹消 or 登録の取消 of that person, with the reason. */
export function PersonState({ onDone }: { onDone: () => void }) {
  return (
    <section class="flow">
      <h2 class="name-only">登録者の状態</h2>
      <ForPerson id="state-number">
        {(step) => (
          <ChangeState
            person={step.person}
            onBack={step.onBack}
            onChanged={(sentence) => {
              step.onDone(sentence);
              onDone();
            }}
          />
        )}
      </ForPerson>
    </section>
  );
}
