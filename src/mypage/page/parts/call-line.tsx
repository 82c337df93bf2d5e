import type { Office } from '../../../contract/mypage';
import { PhoneText } from '../../../ui/phone-text';
import { phoneLine } from '../words';

/** 「お電話：…」 as a paragraph; nothing while the office is not known. */
export function CallLine({ office, before }: { office: Office | undefined; before: string }) {
  const [line] = phoneLine(office, before);
  return line === undefined ? null : (
    <p>
      <PhoneText text={line} />
    </p>
  );
}
