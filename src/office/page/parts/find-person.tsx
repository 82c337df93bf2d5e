import { useLayoutEffect, useState } from 'preact/hooks';
import type { Registrant } from '../../../contract/office-renewal';
import { Busy, useBusy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { problemOf, type Problem } from '../../../ui/error-summary';
import { TextField } from '../../../ui/text-field';
import { ask } from '../server';
import { EntryReport } from './entry-report';
import type { Attempt } from './refusal';

interface FindPersonProps {
  id: string;
  /** Somebody was dealt with before: the next number can be typed at once. */
  again: boolean;
  onFound: (person: Registrant) => void;
  onStop?: () => void;
}

/** The first step of whatever is done in somebody's name: 登録番号, to be shown whose it is. */
export function FindPerson({ id, again, onFound, onStop }: FindPersonProps) {
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState<Problem[]>([]);
  const [attempt, setAttempt] = useState<Attempt>();
  const [busy, run] = useBusy();
  useLayoutEffect(() => {
    if (again) document.getElementById(id)?.focus();
  }, [again, id]);
  const find = () => {
    setAttempt(undefined);
    setWrong(number.trim() === '' ? [{ id, text: '「登録番号」を入力してください。' }] : []);
    if (number.trim() === '') return;
    run(async () => {
      const reply = await ask('findRegistrant', { number });
      if (!reply.ok) setAttempt({ code: reply.code });
      else if (reply.value.person) onFound(reply.value.person);
      else setWrong([{ id, text: '台帳に、この登録番号の方がいません。' }]);
    });
  };
  return (
    <>
      <EntryReport attempt={attempt} wrong={wrong} />
      <form
        class="step"
        noValidate
        onSubmit={(event) => {
          event.preventDefault(); // Google's frame would send the form to another page
          find();
        }}
      >
        <TextField
          id={id}
          label="登録番号"
          value={number}
          maxLength={100}
          onInput={setNumber}
          error={problemOf(wrong, id)}
        />
        <div class="buttons">
          <Button type="submit" kind="primary" busy={busy}>
            次へ
          </Button>
          {onStop && <Button onClick={onStop}>一覧にもどる</Button>}
        </div>
        <Busy when={busy} text="台帳を読んでいます。" />
      </form>
    </>
  );
}
