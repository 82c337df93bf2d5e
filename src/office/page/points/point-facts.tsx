import type { PointCase } from '../../../contract/office-points';
import { Remark } from '../parts/remark';
import { worthOf } from './point-words';

/** What was applied for, what 受講履歴 says of it, and how the person stands. */
export function PointFacts({ case: each }: { case: PointCase }) {
  const { match, explained, evidence, state, fixBy, overdue, reason, wish } = each;
  return (
    <>
      {wish !== '' && (
        <Remark text={`シートで「状態」に「${wish}」と入力されています。数分のうちに処理されます。`} />
      )}
      {state === '差戻し' && (
        <Remark
          text={`差戻し中（${fixBy === '' ? '期限なし' : `${fixBy}まで`}）${overdue ? '期限を過ぎました。' : ''}：${reason}`}
        />
      )}
      <p>
        <strong>{each.title}</strong>
        <br />
        {each.date}
      </p>
      <p class="quiet">
        {[each.category, each.role, each.host, each.hours === null ? '' : `${String(each.hours)}時間`]
          .filter(Boolean)
          .join('・')}
      </p>
      <p class={match === '一致' ? 'match good' : 'match'}>
        受講履歴との照合：<strong>{match}</strong>
      </p>
      <ul class="explained">
        {explained.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {evidence.links.length > 0 && (
        <ul class="plain jumps">
          {evidence.links.map((link, at) => (
            <li key={link}>
              <a href={link} target="_blank" rel="noopener noreferrer">
                証明書類{at + 1}を開く<span class="name-only">（別の画面）</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {state === '申請中' || state === '差戻し' ? (
        <p>承認すると：{worthOf(each)}</p>
      ) : (
        <p>
          いまの状態：<strong>{state}</strong>
          {state === '承認' && `（${worthOf(each)}）`}
        </p>
      )}
      <p class="quiet">
        {each.standing === '' ? '有効期間が分かりません。' : `いま ${each.standing}・満了日 ${each.validTo}`}
        <br />
        受付日 {each.received}
        {each.enteredBy === '事務局' && '（紙）'}
        {each.decided !== '' && `・確認 ${each.decided}`}
      </p>
    </>
  );
}
