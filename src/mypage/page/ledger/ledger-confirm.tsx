import { DescriptionList } from '../../../ui/description-list';
import { ConfirmStep } from '../parts/confirm-step';
import type { Failure } from '../parts/use-form';
import { losesMagazine, type ItemChange } from './ledger-draft';
import { MagazineWarning } from './ledger-form';

interface LedgerConfirmProps {
  changes: readonly ItemChange[];
  busy: boolean;
  failure: Failure | undefined;
  onYes: () => void;
  onNo: () => void;
}

/** 確認画面: each item as it is and as it will be. */
export function LedgerConfirm({ changes, ...step }: LedgerConfirmProps) {
  return (
    <ConfirmStep
      {...step}
      title="変更の確認"
      lead="まだ届け出ていません。"
      yes="この内容で届け出る"
      no="修正する"
      busyText="届け出ています。"
    >
      <ChangeList changes={changes} />
      {losesMagazine(changes) && <MagazineWarning />}
    </ConfirmStep>
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
