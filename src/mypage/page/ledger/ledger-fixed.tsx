import type { MypageView } from '../../../contract/mypage';
import { PhoneText } from '../../../ui/phone-text';

/** Items that cannot be changed here, and how they are changed instead; nothing if there are none. */
export function FixedItems({ view: { ledger, office } }: { view: MypageView }) {
  const proof = ledger.filter(({ way }) => way === 'proof').map(({ label }) => label);
  if (proof.length === 0) return null;
  return (
    <section class="card screen-only">
      <h2>ここでは変更できない項目</h2>
      <p>
        <strong>{proof.join('・')}</strong>
        の変更には、証明書類（戸籍抄本など）が必要です。「台帳」の「氏名などの変更を届け出る」から届け出てください。
      </p>
      {office.phone && (
        <p>
          <PhoneText text={`電話 ${office.phone}${office.hours && `（${office.hours}）`}`} />
        </p>
      )}
    </section>
  );
}
