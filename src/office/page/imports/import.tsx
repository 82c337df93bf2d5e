import { useState } from 'preact/hooks';
import { ChoiceField } from '../../../ui/choice-field';
import { CloseButton } from '../parts/close-button';
import { ImportAttendance } from './import-attendance';
import { ImportCandidates } from './import-candidates';
import { ImportEvents } from './import-events';

type Kind = 'attendance' | 'events' | 'candidates';

const KINDS = [
  { value: 'attendance', name: '受講履歴（受講者の名簿）' },
  { value: 'events', name: '行事の一覧' },
  { value: 'candidates', name: '前の取込で残した候補' },
] as const;

/** 取込: choose what, choose the file, look at what each row comes to, then take it over. */
export function Import() {
  const [kind, setKind] = useState<Kind>('attendance');
  return (
    <main class="panel dialog-page">
      <h1>取込</h1>
      <ChoiceField
        id="kind"
        label="取り込むもの"
        value={kind}
        onInput={(value) => setKind(value as Kind)}
        choices={KINDS}
      />
      {kind === 'attendance' && <ImportAttendance />}
      {kind === 'events' && <ImportEvents />}
      {kind === 'candidates' && <ImportCandidates />}
      <div class="buttons">
        <CloseButton />
      </div>
    </main>
  );
}
