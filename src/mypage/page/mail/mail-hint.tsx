import { useEffect, useState } from 'preact/hooks';
import { nearMissDomain, normalizeMail } from '../../../domain/fields/mail';
import { Button } from '../../../ui/button';

/** Long enough after the last key that nobody is corrected in the middle of a word. */
const PAUSE_MS = 1000;

/** Under a mail address: what stands behind its @ looks like a slip of the finger, and a press mends it. */
export function MailHint({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  const meant = settled === value ? nearMissDomain(value) : undefined;
  const [local = '', domain = ''] = normalizeMail(value).split('@');
  return (
    <div role="status">
      {meant && (
        <div class="made stack">
          <p>
            「@{domain}」は、「<strong>@{meant}</strong>」のまちがいではありませんか。
          </p>
          <div>
            <Button size="small" onClick={() => onInput(`${local}@${meant}`)}>
              「@{meant}」に直す
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
