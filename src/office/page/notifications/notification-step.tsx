import type { OfficeArgs, OfficeValues } from '../../../contract/office';
import type { NotificationCase } from '../../../contract/office-notifications';
import { kindWarning } from '../../../ui/notification-words';
import type { Attempt } from '../parts/refusal';
import { WordsStep } from '../parts/words-step';
import type { Decision } from './notification-words';

type Words = Pick<OfficeArgs<'decideNotification'>, 'reason' | 'request' | 'fixBy'>;

interface NotificationStepProps {
  case: NotificationCase;
  decision: Decision;
  queue: OfficeValues['notificationQueue'];
  /** What one should know of the mail; `''` if nothing. */
  remark: string;
  busy: boolean;
  attempt: Attempt | undefined;
  onPress: (words: Words) => void;
  onStop: () => void;
}

const TITLES: Record<Decision, string> = {
  承認: 'この内容で承認しますか',
  差戻し: 'ご本人に差し戻しますか',
  不承認: '不承認にしますか',
};
const PRESS: Record<Decision, string> = { 承認: '承認する', 差戻し: '差し戻す', 不承認: '不承認にする' };

/** The step before a decision about a 変更届. */
export function NotificationStep({ case: each, decision, queue, remark, ...step }: NotificationStepProps) {
  const isApproval = decision === '承認';
  const warning = isApproval ? (kindWarning(each.kind)?.lines.slice(0, -1).join('') ?? '') : '';
  return (
    <WordsStep
      key={decision}
      {...step}
      title={TITLES[decision]}
      press={PRESS[decision]}
      reasons={isApproval ? undefined : queue.reasons}
      asksRequest={!isApproval}
      due={decision === '差戻し' ? queue : undefined}
      remark={warning + remark}
    >
      {isApproval && (
        <p>{each.changes.length > 0 ? '台帳を「変更後」の内容に書きかえます。' : NOTHING[each.kind]}</p>
      )}
    </WordsStep>
  );
}

/** What an approval writes that names no item. */
const NOTHING: Readonly<Record<string, string>> = {
  登録辞退: '台帳の状態を「登録抹消」にします。ログインと、送信待ちのお知らせを止めます。',
  休止: '台帳の状態を「休止」にします。',
  その他: '台帳は書きかえません。必要な修正は、台帳で行ってください。',
};
