import { DescriptionList, type Description } from '../../../ui/description-list';
import { ConfirmStep } from './confirm-step';
import type { Failure } from './use-form';

interface ApplicationConfirmProps {
  items: readonly Description[];
  busy: boolean;
  busyText: string;
  failure: Failure | undefined;
  onSend: () => void;
  onMend: () => void;
}

/** 確認画面 of an application: every item as it will be sent. */
export function ApplicationConfirm({ items, onSend, onMend, ...step }: ApplicationConfirmProps) {
  return (
    <ConfirmStep
      {...step}
      title="申請の確認"
      lead="まだ申請していません。"
      yes="この内容で申請する"
      no="修正する"
      onYes={onSend}
      onNo={onMend}
    >
      <DescriptionList items={items} />
    </ConfirmStep>
  );
}
