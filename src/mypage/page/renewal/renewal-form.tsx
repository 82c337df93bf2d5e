import type { MypageView } from '../../../contract/mypage';
import { Button } from '../../../ui/button';
import { ChoiceField } from '../../../ui/choice-field';
import { problemOf } from '../../../ui/error-summary';
import { TextField } from '../../../ui/text-field';
import { FormEnd } from '../parts/form-end';
import { PageForm } from '../parts/page-form';
import { mend, type Failure } from '../parts/use-form';
import { checkRenewal, LABELS, renewalId, renewalProblems, type RenewalDraft } from './renewal-draft';

interface RenewalFormProps {
  view: MypageView;
  draft: RenewalDraft;
  onDraft: (draft: RenewalDraft) => void;
  failure: Failure | undefined;
  onFailure: (failure: Failure | undefined) => void;
  onChecked: () => void;
  onCancel: () => void;
  onLedger: () => void;
}

/** 記載氏名 and 送付先; nothing is sent from here. */
export function RenewalForm(props: RenewalFormProps) {
  const { view, draft, onDraft, failure, onFailure, onChecked, onCancel, onLedger } = props;
  const { form } = view.renewal;
  const missing = form.places.filter(({ usable }) => !usable).map(({ sendTo }) => sendTo);
  const change = (part: Partial<RenewalDraft>) => {
    onFailure(undefined);
    onDraft({ ...draft, ...part });
  };
  const field = (name: keyof typeof LABELS) => ({
    id: renewalId(name),
    label: LABELS[name],
    error: problemOf(failure?.problems ?? [], renewalId(name)),
  });
  return (
    <div class="view">
      <h1 tabIndex={-1}>更新の申請</h1>
      <PageForm
        narrow
        failure={failure}
        onSubmit={() => {
          const wrong = renewalProblems(checkRenewal(view.renewal, draft));
          onFailure(wrong.length > 0 ? mend(wrong) : undefined);
          if (wrong.length === 0) onChecked();
        }}
      >
        {draft.receipt !== undefined && (
          <p>受付番号 {draft.receipt} の申請を直します。最初の受付日は、そのままです。</p>
        )}
        <TextField
          {...field('printedName')}
          support={
            <>
              資格認定証書に記載するお名前です。
              {form.gaiji && '特別な字は、事務局が台帳のとおりに記載します。'}
            </>
          }
          value={draft.printedName}
          onInput={(printedName) => change({ printedName })}
        />
        <ChoiceField
          {...field('sendTo')}
          support={
            <>
              資格認定証書をお送りする先です。
              {missing.length > 0 && `${missing.join('・')}は、台帳に住所がないため選べません。`}
            </>
          }
          value={draft.sendTo}
          onInput={(sendTo) => change({ sendTo })}
          choices={form.places
            .filter(({ usable }) => usable)
            .map(({ sendTo, address }) => ({ value: sendTo, name: `${sendTo}　${address}` }))}
        />
        <div class="stack">
          <p class="support">住所が変わったときは、先に「台帳」で変更してください。入力は残ります。</p>
          <div>
            <Button size="small" onClick={onLedger}>
              台帳を開く
            </Button>
          </div>
        </div>
        <FormEnd cancel="申請をやめる" onCancel={onCancel} />
      </PageForm>
    </div>
  );
}
