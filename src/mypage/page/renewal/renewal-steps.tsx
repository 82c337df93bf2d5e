import type { CertificateLine, RenewalLine } from '../../../contract/mypage-renewal';
import { DescriptionList } from '../../../ui/description-list';
import { Notice } from '../../../ui/notice';
import { ConfirmStep } from '../parts/confirm-step';
import { WrittenPeriod } from '../parts/from-to';
import type { Failure } from '../parts/use-form';

interface StepProps {
  busy: boolean;
  failure: Failure | undefined;
  onYes: () => void;
  onNo: () => void;
}

/** Before 取下げ: what it means, above all where no day is left to apply again. */
export function WithdrawStep({ line, end, ...step }: StepProps & { line: RenewalLine; end: string }) {
  return (
    <ConfirmStep
      {...step}
      title="更新の申請を取り下げますか"
      lead={
        line.lastChance
          ? ''
          : '取り下げたあとも、期限までは申請できます。そのときは、受付日も新しくなります。'
      }
      yes="取り下げる"
      no="取り下げない"
      busyText="取り下げています。"
    >
      {line.lastChance && (
        <Notice kind="warning" title="取り下げると、もう申請できません">
          <p>
            申請の期限を過ぎています。取り下げると、この資格有効期間（{end}
            まで）の更新はできなくなり、資格が失効します。迷われるときは、先に事務局へお電話ください。
          </p>
        </Notice>
      )}
      <DescriptionList
        items={[
          { name: '受付番号', value: line.receipt },
          { name: '受付日', value: line.received },
        ]}
      />
    </ConfirmStep>
  );
}

/** Before 「受け取りました」: what must stand on the certificate in the hand. */
export function ReceivedStep({ letter, ...step }: StepProps & { letter: CertificateLine }) {
  return (
    <ConfirmStep
      {...step}
      title="資格認定証書の受領"
      lead="お手元の資格認定証書と同じか、お確かめください。違うときは、押さずに事務局へお電話ください。"
      yes="受け取りました"
      no="もどる"
      busyText="記録しています。"
    >
      <DescriptionList
        items={[
          { name: '証書番号', value: letter.certificate },
          { name: '記載氏名', value: letter.printedName },
          { name: '資格有効期間', value: <WrittenPeriod text={letter.period} /> },
        ]}
      />
    </ConfirmStep>
  );
}
