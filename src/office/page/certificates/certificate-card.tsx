import { useId, useState } from 'preact/hooks';
import type { OfficeArgs } from '../../../contract/office';
import type { CertificateCase } from '../../../contract/office-certificates';
import { parseDay, writeDay } from '../../../domain/fields/date';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/text-field';
import { CaseHead } from '../parts/case-head';
import { Refusal } from '../parts/refusal';
import { Remark } from '../parts/remark';
import { StepButtons } from '../parts/step-buttons';
import { usePress } from '../parts/use-press';
import { leftOut } from './left-out';

const REASONS: readonly OfficeArgs<'returnCertificate'>['reason'][] = [
  'あて所に尋ねあたらず',
  '転居先不明',
  '保管期間経過',
  '受取拒否',
  'その他',
];

const ENDED = '登録が終わった方です。作成・発送しません。';

interface CertificateCardProps {
  case: CertificateCase;
  today: string;
  onDone: (sentence: string) => void;
  onRow: () => void;
}

/** One 証書: what is printed, where it goes, and 受領 or 返戻 once it is posted. */
export function CertificateCard({ case: each, today, onDone, onRow }: CertificateCardProps) {
  const [asking, setAsking] = useState<'returned' | 'again'>();
  const { busy, attempt, press } = usePress();
  const { certificate, label } = each;
  const who = `${each.name}（${each.number}）`;
  const received = () =>
    press('receiveCertificates', { certificates: [certificate], receivedOn: today }, () =>
      onDone(`${who}：受領を記録しました。`),
    );
  const madeAgain = () =>
    press('markCertificates', { to: '作成済', certificates: [certificate] }, ({ marked, ...left }) =>
      onDone(
        marked === 1
          ? `${who}：「作成済」にもどしました。宛名は、いまの台帳の住所です。`
          : `${who}：もどせませんでした。${leftOut(left)}`,
      ),
    );
  return (
    <article class="case" aria-label={who}>
      <CaseHead name={each.name} number={each.number} about={`${certificate}・${each.cause}`} onRow={onRow} />
      {each.ended && <Remark text={ENDED} />}
      {!each.ended && each.noAddress && <Remark text="台帳に送付先の住所がありません。" />}
      {!each.ended && each.addressChanged && (
        <Remark text={`宛名ラベル作成後に住所が変わりました：${each.newLabel}`} />
      )}
      <p>
        記載氏名：<strong>{each.printedName}</strong>
        {each.gaiji !== '' && `（外字：${each.gaiji}）`}
        <br />
        <span class="quiet">{each.period}</span>
      </p>
      <p>
        〒{label.postalCode} {label.lines.join(' ')}
      </p>
      {each.posted !== '' && (
        <p class="quiet">
          発送 {each.posted} {each.postedBy} {each.tracking}
          {each.returned !== '' && `・返戻 ${each.returned} ${each.returnReason}`}
        </p>
      )}
      {isSameAddress(each) && <p>台帳の住所は、この宛名のままです。</p>}
      {each.nextStep !== '' && <Remark text={each.nextStep} />}
      {each.phone !== '' && each.returned !== '' && <p>電話 {each.phone}</p>}
      <Refusal attempt={attempt} />
      {asking === 'returned' && (
        <ReturnForm
          today={today}
          busy={busy}
          onStop={() => setAsking(undefined)}
          onPress={(returnedOn, reason) =>
            press('returnCertificate', { certificate, returnedOn, reason }, ({ nextStep }) =>
              onDone(`${who}：返戻を記録しました。${nextStep}`),
            )
          }
        />
      )}
      {asking === 'again' && (
        <AgainForm
          today={today}
          busy={busy}
          onStop={() => setAsking(undefined)}
          onPress={(postedOn, postedBy, tracking) =>
            press('postCertificates', { postedOn, postedBy, lines: [{ certificate, tracking }] }, () =>
              onDone(`${who}：再発送を記録しました。`),
            )
          }
        />
      )}
      {!asking && each.state === '発送済' && (
        <div class="buttons">
          <Button size="small" busy={busy} onClick={received}>
            受領を記録する
          </Button>
          <Button size="small" onClick={() => setAsking('returned')}>
            返戻を記録する
          </Button>
        </div>
      )}
      {!asking && each.state === '返戻' && !each.ended && (
        <div class="buttons">
          {!each.noAddress && (
            <Button size="small" busy={busy} onClick={madeAgain}>
              作成済にもどす
            </Button>
          )}
          <Button size="small" onClick={() => setAsking('again')}>
            再発送を記録する
          </Button>
        </div>
      )}
    </article>
  );
}

/** Of one that came back: posted again it would go to where it came back from. */
function isSameAddress({ state, ended, noAddress, addressChanged }: CertificateCase): boolean {
  return state === '返戻' && !ended && !noAddress && !addressChanged;
}

interface ReturnFormProps {
  today: string;
  busy: boolean;
  onStop: () => void;
  onPress: (returnedOn: string, reason: OfficeArgs<'returnCertificate'>['reason']) => void;
}

function ReturnForm({ today, busy, onStop, onPress }: ReturnFormProps) {
  const id = useId();
  const [day, setDay] = useState(today);
  const [reason, setReason] = useState(REASONS[0] ?? 'その他');
  const returnedOn = parseDay(day);
  return (
    <form
      class="step"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (returnedOn !== undefined) onPress(returnedOn, reason);
      }}
    >
      <TextField
        id={`${id}-day`}
        label="返戻日"
        support={returnedOn === undefined ? '例：2027/4/20' : writeDay(returnedOn)}
        value={day}
        onInput={setDay}
      />
      <div class="field">
        <label for={`${id}-reason`}>返戻理由</label>
        <select
          id={`${id}-reason`}
          class="input"
          value={reason}
          onChange={(event) => setReason(REASONS[event.currentTarget.selectedIndex] ?? 'その他')}
        >
          {REASONS.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </div>
      <StepButtons press="返戻にする" busy={busy} onStop={onStop} />
    </form>
  );
}

interface AgainFormProps {
  today: string;
  busy: boolean;
  onStop: () => void;
  onPress: (postedOn: string, postedBy: string, tracking: string) => void;
}

function AgainForm({ today, busy, onStop, onPress }: AgainFormProps) {
  const id = useId();
  const [day, setDay] = useState(today);
  const [postedBy, setPostedBy] = useState('簡易書留');
  const [tracking, setTracking] = useState('');
  const postedOn = parseDay(day);
  return (
    <form
      class="step"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (postedOn !== undefined) onPress(postedOn, postedBy, tracking.trim());
      }}
    >
      <TextField
        id={`${id}-day`}
        label="再発送日"
        support={postedOn === undefined ? '例：2027/4/20' : writeDay(postedOn)}
        value={day}
        onInput={setDay}
      />
      <TextField id={`${id}-by`} label="発送方法" value={postedBy} maxLength={50} onInput={setPostedBy} />
      <TextField
        id={`${id}-tracking`}
        label="お問い合わせ番号"
        optional
        value={tracking}
        maxLength={50}
        onInput={setTracking}
      />
      <StepButtons press="再発送にする" busy={busy} onStop={onStop} />
    </form>
  );
}
