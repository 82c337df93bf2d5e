import type { MypageView } from '../../../contract/mypage';
import type { NotificationFacts } from '../../../contract/mypage-notifications';
import { writeDeadline } from '../../../domain/fields/date';
import { DescriptionList } from '../../../ui/description-list';
import { dayLabel, nameOfKind, noteLabel, written } from '../../../ui/notification-words';
import { ChangeList } from '../ledger/ledger-confirm';
import { changesIn } from './notify-draft';

/** What was chosen for 証明書類, and what has become of it. */
const PAPERS: Readonly<Record<string, string>> = {
  郵送待ち: 'あとで郵送・FAXする（まだ届いていません）',
  受領済: '事務局で受け取りました',
  添付: '添付しました',
  不要: '必要ありません',
};

interface NotifiedFactsProps {
  view: MypageView;
  facts: Pick<NotificationFacts, 'kind' | 'changes' | 'note' | 'changedOn' | 'evidence'>;
}

/** 種類, old and new of each item, the words, the day, 証明書類. */
export function NotifiedFacts({ view, facts }: NotifiedFactsProps) {
  const { kind, changes, note, changedOn, evidence } = facts;
  const lines = [
    { name: '届出の種類', value: nameOfKind(kind) },
    ...(note === '' ? [] : [{ name: noteLabel(kind), value: note }]),
    ...(changedOn === '' ? [] : [{ name: dayLabel(kind), value: written(changedOn, '') }]),
    { name: '証明書類', value: PAPERS[evidence] ?? evidence },
  ];
  return (
    <div>
      {changes.length > 0 && <ChangeList changes={changesIn(view, changes)} />}
      <DescriptionList items={lines} />
    </div>
  );
}

const SENTENCES: Record<NotificationFacts['state'], string> = {
  申請中: '事務局で確認しています。',
  処理中: '事務局で手続きをしています。',
  差戻し: '直していただきたい点があります。',
  承認: '承認されました。',
  不承認: '承認できませんでした。',
  取下げ: '取り下げられました。',
  取消: '決定が取り消されました。',
};

/** What it has come to, why, and until when. */
export function StateLines({ facts: { state, reason, fixBy } }: { facts: NotificationFacts }) {
  return (
    <div>
      <p>
        <span class={state === '承認' ? 'tag' : 'tag unknown'}>{state}</span> {SENTENCES[state]}
      </p>
      {reason !== '' && reason.split('\n').map((line) => <p key={line}>{line}</p>)}
      {state === '差戻し' && fixBy !== '' && (
        <p>
          <strong>{writeDeadline(fixBy)}</strong>までに、「修正して再申請」から直してください。
        </p>
      )}
    </div>
  );
}
