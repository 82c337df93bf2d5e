import type { MypageView } from '../../../contract/mypage';
import { checkNotification } from '../../../domain/fields/notification';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { kindWarning } from '../../../ui/notification-words';
import { FormFailure } from '../parts/form-failure';
import type { Failure } from '../parts/use-form';
import { today, type NotifyDraft } from './notify-draft';
import { NotifiedFacts } from './notify-facts';

interface NotifyConfirmProps {
  view: MypageView;
  draft: NotifyDraft;
  busy: boolean;
  failure: Failure | undefined;
  onSend: () => void;
  onMend: () => void;
}

/** 確認画面: what will be filed, and what it means. */
export function NotifyConfirm({ view, draft, busy, failure, onSend, onMend }: NotifyConfirmProps) {
  const { values, changedOn, note, evidence } = checkNotification(view.ledger, draft, today());
  const warning = kindWarning(draft.kind);
  const changes = view.ledger.flatMap(({ item, value: before }) => {
    const after = values.get(item);
    return after === undefined ? [] : [{ item, before, after }];
  });
  return (
    <div class="view">
      <h1 tabIndex={-1}>届出の確認</h1>
      <FormFailure failure={failure} />
      {!failure && <p>まだ届け出ていません。内容をご確認のうえ、下のボタンを押してください。</p>}
      {warning && (
        <Notice kind="warning" title={warning.title}>
          <ul>
            {warning.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      <NotifiedFacts view={view} facts={{ ...draft, changes, changedOn, note, evidence }} />
      <div class="stack login">
        <Button kind="primary" size="wide" busy={busy} onClick={onSend}>
          この内容で届け出る
        </Button>
        <Button size="wide" onClick={() => !busy && onMend()}>
          修正する
        </Button>
        <Busy when={busy} text="届け出ています。このままお待ちください。" />
      </div>
    </div>
  );
}
