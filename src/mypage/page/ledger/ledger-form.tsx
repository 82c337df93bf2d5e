import type { LedgerItem, MypageView } from '../../../contract/mypage';
import { isAbroad } from '../../../domain/fields/item';
import { Button } from '../../../ui/button';
import { ChoiceField } from '../../../ui/choice-field';
import { problemOf } from '../../../ui/error-summary';
import { Notice } from '../../../ui/notice';
import { TextField } from '../../../ui/text-field';
import { mailItems } from '../mail/mail-draft';
import { MailHint } from '../mail/mail-hint';
import { FormEnd } from '../parts/form-end';
import { PageForm } from '../parts/page-form';
import { mend, type Failure } from '../parts/use-form';
import { checkDraft, editable, fieldId, MAGAZINE, problemsOf, type LedgerDraft } from './ledger-draft';
import { FixedItems } from './ledger-fixed';

interface LedgerFormProps {
  view: MypageView;
  draft: LedgerDraft;
  onDraft: (draft: LedgerDraft) => void;
  failure: Failure | undefined;
  onFailure: (failure: Failure | undefined) => void;
  onChecked: () => void;
  onCancel: () => void;
  onMail: () => void;
}

/** The items that can be changed, as fields; nothing is sent from here. */
export function LedgerForm({
  view,
  draft,
  onDraft,
  failure,
  onFailure,
  onChecked,
  onCancel,
  onMail,
}: LedgerFormProps) {
  const problems = failure?.problems ?? [];
  const check = () => {
    const { values, problems: codes } = checkDraft(view, draft);
    const wrong = codes.size > 0 ? mend(problemsOf(view.ledger, codes)) : undefined;
    const left = wrong ?? (values.size === 0 ? NOTHING : undefined);
    onFailure(left && { ...left });
    if (!left) onChecked();
  };
  return (
    <div class="view">
      <h1 tabIndex={-1}>台帳の修正</h1>
      <p>
        変わったところだけ直して、下の「確認する」を押してください。全角・半角は、どちらでもかまいません。
      </p>
      <PageForm narrow failure={failure} onSubmit={check}>
        {editable(view).map((item) => (
          <ItemField
            key={item.item}
            item={item}
            id={fieldId(view.ledger, item.item)}
            value={draft[item.item] ?? item.value}
            abroad={isAbroad(item.item, (name) => draft[name] ?? valueIn(view, name))}
            mailed={mailItems(view).mail?.value !== ''}
            onInput={(text) => onDraft({ ...draft, [item.item]: text })}
            error={problemOf(problems, fieldId(view.ledger, item.item))}
          />
        ))}
        <FormEnd cancel="変更をやめる" onCancel={onCancel} />
      </PageForm>
      {mailItems(view).mail && (
        <section class="card">
          <p>メールアドレスは、別の画面で変更します。</p>
          <div>
            <Button onClick={onMail}>メールアドレスの変更</Button>
          </div>
        </section>
      )}
      <FixedItems view={view} />
    </div>
  );
}

function valueIn({ ledger }: MypageView, name: string): string {
  return ledger.find(({ item }) => item === name)?.value ?? '';
}

const NOTHING: Failure = {
  title: '変わったところがありません。',
  lines: ['直すところがないときは、「変更をやめる」を押してください。'],
  problems: [],
};

/** What browsers may fill in for the items every ledger has. */
const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  郵便番号: 'postal-code',
  住所: 'street-address',
  電話番号: 'tel',
  携帯電話番号: 'tel',
  事業所名: 'organization',
};

interface ItemFieldProps {
  item: LedgerItem;
  id: string;
  value: string;
  onInput: (text: string) => void;
  error: string | undefined;
  /** The address of this postal code lies abroad. */
  abroad: boolean;
  /** There is an address mails can go to. */
  mailed: boolean;
}

function ItemField({
  item: { item, kind, label, help, required, choices, value: old },
  abroad,
  mailed,
  ...rest
}: ItemFieldProps) {
  const hint = abroad ? ABROAD : HINTS[kind];
  const support = [help, hint].filter(Boolean).join(' ');
  const field = { ...rest, label, optional: !required || abroad, ...(support !== '' && { support }) };
  if (kind === 'メール')
    return (
      <div class="stack">
        <TextField {...field} inputMode="email" />
        <MailHint value={rest.value} onInput={rest.onInput} />
      </div>
    );
  if (kind !== '選択肢')
    return (
      <TextField
        {...field}
        {...(AUTOCOMPLETE[item] !== undefined && { autocomplete: AUTOCOMPLETE[item] })}
        inputMode={kind === '郵便番号' && !abroad ? 'numeric' : 'text'}
      />
    );
  const all = [...choices, ...(old === '' || choices.includes(old) ? [] : [old])];
  const named = all.map((value) => ({ value, name: value }));
  // What was never chosen may stay so; who once chose can only choose otherwise.
  const offered = old === '' && !required ? [...named, { value: '', name: '選ばない' }] : named;
  if (item !== MAGAZINE) return <ChoiceField {...field} choices={offered} />;
  return (
    <div class="stack">
      <ChoiceField {...field} choices={offered} />
      <div role="status">
        {old === '有' && rest.value !== '有' && <MagazineWarning />}
        {old !== '有' && rest.value === '有' && <MagazineWelcome mailed={mailed} />}
      </div>
    </div>
  );
}

/** Said where it is chosen and again before it is sent. */
export function MagazineWarning() {
  return (
    <Notice kind="warning" title="資格更新の要件を満たさなくなります">
      <p>メールマガジンの登録は、資格の更新に必要です。登録をやめると、このままでは更新を申請できません。</p>
    </Notice>
  );
}

function MagazineWelcome({ mailed }: { mailed: boolean }) {
  return (
    <Notice title="登録すると">
      <p>
        登録されているメールアドレスへ、当協会のメールマガジンをお送りします。資格の更新に必要な登録です。
      </p>
      {!mailed && <p>メールアドレスの登録がありません。「メールアドレスの変更」から登録してください。</p>}
    </Notice>
  );
}

const ABROAD = '海外のご住所なので、なくてもかまいません。その国の番号も入力できます。';

const HINTS: Partial<Record<LedgerItem['kind'], string>> = {
  郵便番号: '例：113-0021（海外のときは、なくてもかまいません）',
  電話: '例：03-0000-7011',
  日付: '例：令和8年4月1日、2026/4/1',
};
