import type { MypageView } from '../../../contract/mypage';
import { writeDay } from '../../../domain/fields/date';
import { Button } from '../../../ui/button';
import { nameOfKind } from '../../../ui/notification-words';
import { StateLines } from './notify-facts';

/** Latest ones shown. */
const SHOWN = 10;

interface NotifyListProps {
  view: MypageView;
  onStart: () => void;
  onLook: (receipt: string) => void;
}

/** Below 台帳: 「氏名などの変更を届け出る」, and what has become of those filed. */
export function NotifyList({ view: { notifications }, onStart, onLook }: NotifyListProps) {
  return (
    <div class="view screen-only">
      <section>
        <h2>氏名などの変更</h2>
        <p>
          お名前・フリガナ・生年月日の変更、登録の辞退、休止などは、事務局で確認してから台帳に反映します。
        </p>
        <div>
          <Button onClick={onStart}>氏名などの変更を届け出る</Button>
        </div>
      </section>
      {notifications.length > 0 && (
        <section>
          <h2>届出の状況</h2>
          {notifications.slice(0, SHOWN).map((facts) => (
            <article key={facts.receipt} class="card" aria-label={facts.receipt}>
              <h3>{nameOfKind(facts.kind)}</h3>
              <p class="quiet">
                受付番号 <span class="nowrap">{facts.receipt}</span>（{writeDay(facts.notifiedOn)}）
              </p>
              <StateLines facts={facts} />
              <div>
                <Button size="small" onClick={() => onLook(facts.receipt)}>
                  くわしく見る
                </Button>
              </div>
            </article>
          ))}
        </section>
      )}
    </div>
  );
}
