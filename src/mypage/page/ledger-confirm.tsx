import { Busy } from '../../ui/busy';
import { Button } from '../../ui/button';
import { DescriptionList } from '../../ui/description-list';
import { FormFailure } from './form-failure';
import { losesMagazine, type ItemChange } from './ledger-draft';
import { MagazineWarning } from './ledger-form';
import type { Failure } from './use-form';

interface LedgerConfirmProps {
  changes: readonly ItemChange[];
  busy: boolean;
  failure: Failure | undefined;
  onSend: () => void;
  onMend: () => void;
}

/** 確認画面: each item as it is and as it will be. */
export function LedgerConfirm({ changes, busy, failure, onSend, onMend }: LedgerConfirmProps) {
  return (
    <div class="view">
      <h1 tabIndex={-1}>変更の確認</h1>
      <FormFailure failure={failure} />
      {!failure && <p>まだ届け出ていません。内容をご確認のうえ、下のボタンを押してください。</p>}
      <ChangeList changes={changes} />
      {losesMagazine(changes) && <MagazineWarning />}
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

/** Old and new of each item. */
export function ChangeList({ changes }: { changes: readonly ItemChange[] }) {
  return (
    <DescriptionList
      items={changes.map(({ label, before, after }) => ({
        name: label,
        value: (
          <>
            <span class="support">変更前：{before === '' ? '（登録がありません）' : before}</span>
            <span>
              変更後：<strong>{after === '' ? '（登録しない）' : after}</strong>
            </span>
          </>
        ),
      }))}
    />
  );
}
