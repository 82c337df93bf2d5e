import type { ComponentChildren } from 'preact';
import type { MypageView } from '../../../contract/mypage';
import type { CertificateLine } from '../../../contract/mypage-renewal';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { CallLine } from '../parts/call-line';
import { FormFailure } from '../parts/form-failure';
import { FromTo } from '../parts/from-to';
import type { Failure } from '../parts/use-form';
import { Checklist } from '../points/points-checklist';
import { Certificates, Periods } from './renewal-certificates';
import { isGrave, isSettled, reasons } from './renewal-words';

interface RenewalProps {
  view: MypageView;
  /** What was just done. */
  said: string | undefined;
  failure: Failure | undefined;
  /** The application, where there is one. */
  application: ComponentChildren;
  onApply: () => void;
  onLedger: () => void;
  onReceived: (line: CertificateLine) => void;
}

/** 更新: the application and the certificate, what may be done now or why not, the requirements, the days, the periods. */
export function Renewal(props: RenewalProps) {
  const { view, said, failure, application, onApply, onLedger, onReceived } = props;
  const { renewal, points } = view;
  const { next, canApply, certificates, schemeUrl } = renewal;
  const going = !next && !isSettled(renewal);
  return (
    <div class="view">
      <h1 tabIndex={-1}>資格更新の申請</h1>
      <FormFailure failure={failure} />
      {said && (
        <Notice kind="good" live>
          <p>{said}</p>
        </Notice>
      )}
      {application}
      <Certificates certificates={certificates} onReceived={onReceived} />
      {next && (
        <section class="card next-step">
          <h2>次の資格有効期間</h2>
          <p class="until">
            <FromTo {...next} />
          </p>
          <p>次回の更新では、{next.start}以後の講習とポイントが対象になります。</p>
        </section>
      )}
      {canApply ? (
        <section class="card next-step">
          <h2>更新を申請できます</h2>
          <Window view={view} />
          <div>
            <Button kind="primary" onClick={onApply}>
              更新を申請する
            </Button>
          </div>
        </section>
      ) : (
        <Closed view={view} onLedger={onLedger} />
      )}
      {points.requirements && going && (
        <section class="card">
          <h2>更新の要件</h2>
          <p class="quiet">
            <FromTo {...points} />
          </p>
          <Checklist requirements={points.requirements} />
        </section>
      )}
      <Periods periods={renewal.periods} />
      {schemeUrl !== '' && (
        <p>
          <a href={schemeUrl} target="_blank" rel="noopener">
            更新の制度のご案内（別の画面で開きます）
          </a>
        </p>
      )}
    </div>
  );
}

/** Why it cannot be applied for, with what to do; nothing where nothing is to be done. */
function Closed({ view, onLedger }: { view: MypageView; onLedger: () => void }) {
  const told = reasons(view);
  const { why, opens } = view.renewal;
  if (told.length === 0) return null;
  return (
    <section class="card next-step">
      <h2>
        {why.includes('TOO_EARLY') && !isGrave(why) ? '申請の受付は、これからです' : 'いまは申請できません'}
      </h2>
      {told.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {opens !== '' && !why.includes('STATE') && <Window view={view} />}
      {why.includes('MAGAZINE') && (
        <div>
          <Button onClick={onLedger}>台帳を開く</Button>
        </div>
      )}
      <CallLine office={view.office} before="お困りのときは、お電話ください：" />
    </section>
  );
}

/** First and last day to apply, the days left, 救済. */
function Window({ view: { renewal } }: { view: MypageView }) {
  const { opens, closes, rescuedUntil, daysToApply, canApply } = renewal;
  return (
    <>
      <p>
        申請できる期間 <FromTo start={opens} end={closes} />
      </p>
      {rescuedUntil !== '' && (
        <p>
          期限までに申請された講習・ポイントの確認があとになったため、
          <strong class="nowrap">{rescuedUntil}</strong>まで申請できます。
        </p>
      )}
      {canApply && daysToApply === 0 && <strong>今日が申請の最後の日です。</strong>}
      {canApply && daysToApply !== null && daysToApply > 0 && (
        <p class="days-left">
          申請の期限まで あと <b>{daysToApply.toLocaleString('ja-JP')}</b> 日
        </p>
      )}
    </>
  );
}
