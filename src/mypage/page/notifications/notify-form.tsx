import type { MypageView } from '../../../contract/mypage';
import { checkNotification, KIND_NAMES, type NotificationKind } from '../../../domain/fields/notification';
import { ChoiceField } from '../../../ui/choice-field';
import { NotificationFields } from '../../../ui/notification-fields';
import { notificationId, notificationProblems } from '../../../ui/notification-words';
import { FormEnd } from '../parts/form-end';
import { PageForm } from '../parts/page-form';
import { mend, type Failure } from '../parts/use-form';
import { sayField } from '../words';
import { isOpen, newDraft, today, type NotifyDraft } from './notify-draft';

interface NotifyFormProps {
  view: MypageView;
  draft: NotifyDraft | undefined;
  onDraft: (draft: NotifyDraft) => void;
  failure: Failure | undefined;
  onFailure: (failure: Failure | undefined) => void;
  onChecked: () => void;
  onCancel: () => void;
}

/** 種類 first, then its fields; nothing is sent from here. */
export function NotifyForm({
  view,
  draft,
  onDraft,
  failure,
  onFailure,
  onChecked,
  onCancel,
}: NotifyFormProps) {
  const kindName = (kind: string) => (KIND_NAMES as Readonly<Record<string, string>>)[kind] ?? kind;
  const waiting = view.notifications.filter(isOpen).map(({ kind }) => kind);
  const kinds = view.notificationKinds.filter((kind) => !waiting.includes(kind));
  const check = () => {
    if (!draft) {
      onFailure(mend([{ id: notificationId('kind'), text: '「届出の種類」を選んでください。' }]));
      return;
    }
    const { problems } = checkNotification(view.ledger, draft, today());
    const wrong = notificationProblems(draft.kind, view.ledger, problems, sayField);
    onFailure(wrong.length > 0 ? mend(wrong) : undefined);
    if (wrong.length === 0) onChecked();
  };
  return (
    <div class="view">
      <h1 tabIndex={-1}>氏名などの変更の届出</h1>
      <PageForm narrow failure={failure} onSubmit={check}>
        {draft?.receipt === undefined ? (
          <ChoiceField
            id={notificationId('kind')}
            label="届出の種類"
            {...(waiting.length > 0 && {
              support: `${waiting.map(kindName).join('・')}は、前の届出が終わってから届け出てください。`,
            })}
            value={draft?.kind ?? ''}
            onInput={(kind) => {
              onFailure(undefined);
              onDraft(newDraft(kind as NotificationKind));
            }}
            choices={kinds.map((kind) => ({ value: kind, name: KIND_NAMES[kind] }))}
          />
        ) : (
          <p>
            {KIND_NAMES[draft.kind]}（受付番号 {draft.receipt}）を直します。最初の届出日は、そのままです。
          </p>
        )}
        {draft && (
          <NotificationFields
            items={view.ledger}
            form={draft}
            onForm={onDraft}
            problems={failure?.problems ?? []}
            today={today()}
            papers={PAPERS}
          />
        )}
        <FormEnd cancel="届出をやめる" onCancel={onCancel} />
      </PageForm>
    </div>
  );
}

/** How the papers of a 変更届 come; photos are taken with ポイント only. */
const PAPERS = {
  support: '戸籍抄本など、変更のわかる書類の写しです。',
  choices: [
    { value: '郵送待ち', name: 'あとで郵送・FAXする' },
    { value: '不要', name: '送る書類はない' },
  ],
};
