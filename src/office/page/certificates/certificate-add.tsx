import { useState } from 'preact/hooks';
import { ChoiceField } from '../../../ui/choice-field';
import { TextArea } from '../../../ui/text-area';
import { Refusal } from '../parts/refusal';
import { StepForm } from '../parts/step-form';
import { usePress } from '../parts/use-press';

type Cause = '新規' | '書換' | '再交付';
const CAUSES: readonly Cause[] = ['新規', '書換', '再交付'];

/** Rows of 証書 besides those an approval makes: 新規, 書換, 再交付, by 登録番号. */
export function CertificateAdd({
  onClose,
  onAdded,
}: {
  onClose: () => void;
  onAdded: (text: string) => void;
}) {
  const [cause, setCause] = useState<Cause>('再交付');
  const [typed, setTyped] = useState('');
  const [empty, setEmpty] = useState(false);
  const { busy, attempt, press } = usePress();
  const numbers = typed.split(/[\s,、]+/).filter((number) => number !== '');
  const submit = () => {
    setEmpty(numbers.length === 0);
    if (numbers.length === 0) return;
    press('addCertificates', { cause, numbers: numbers.slice(0, 100) }, ({ added, unknown, ended }) =>
      onAdded(
        `証書の行を${String(added)}件作りました。${unknown.length > 0 ? `台帳にいない番号：${unknown.join('、')}。` : ''}${ended.length > 0 ? `登録が終わった方のため、作らなかった番号：${ended.join('、')}。` : ''}`,
      ),
    );
  };
  return (
    <section class="case" aria-label="証書の行を作る">
      <h3>証書の行を作る</h3>
      <Refusal attempt={attempt} />
      <StepForm press="作る" busy={busy} onPress={submit} onStop={onClose}>
        <ChoiceField
          id="certificate-cause"
          label="事由"
          value={cause}
          choices={CAUSES.map((value) => ({ value, name: value }))}
          onInput={(value) => setCause(value as Cause)}
        />
        <TextArea
          id="certificate-numbers"
          label="登録番号（1行に1件、100件まで）"
          value={typed}
          maxLength={3000}
          onInput={setTyped}
          {...(empty && { error: '「登録番号」を入力してください。' })}
        />
      </StepForm>
    </section>
  );
}
