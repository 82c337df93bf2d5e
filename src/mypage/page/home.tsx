import type { MypageView } from '../../contract/mypage';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ReceiptText } from '../../ui/receipt-text';
import { MailFails } from './mail/mail-fails';
import { nextStep, renewalButton } from './next-step';
import { Checklist } from './points/points-checklist';
import { writeMoment } from './words';

interface HomeProps {
  view: MypageView;
  message: string | undefined;
  onLedger: () => void;
  onMail: () => void;
  onPoints: () => void;
  /** Looks at one 変更届. */
  onLook: (receipt: string) => void;
  onRenewal: () => void;
}

/** ホーム: until when, how many days, what to do next, the last login, what was sent. */
export function Home({ view, message, onLedger, onMail, onPoints, onLook, onRenewal }: HomeProps) {
  const { name, number, numberLabel, lastLogin, notices, notifications } = view;
  const { requirements, records } = view.points;
  const returned = notifications.find(({ state }) => state === '差戻し');
  return (
    <div class="view">
      {message && (
        <Notice kind="good" live>
          <p>{message}</p>
        </Notice>
      )}
      <MailFails view={view} onMail={onMail} />
      <div>
        <h1 tabIndex={-1}>{name} 様</h1>
        <p class="quiet">
          {numberLabel} {number}
        </p>
      </div>
      <Validity validity={view.validity} />
      {returned && (
        <Notice kind="warning" title="直していただきたい届出があります">
          <div>
            <Button onClick={() => onLook(returned.receipt)}>届出を見る</Button>
          </div>
        </Notice>
      )}
      {records.some(({ state }) => state === '差戻し') && (
        <Notice kind="warning" title="直していただきたいポイントの申請があります">
          <div>
            <Button onClick={onPoints}>申請を見る</Button>
          </div>
        </Notice>
      )}
      <section class="card next-step">
        <h2>次にすること</h2>
        {nextStep(view).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <div class="buttons">
          <Button kind={view.renewal.canApply ? 'primary' : 'secondary'} onClick={onRenewal}>
            {renewalButton(view)}
          </Button>
          <Button onClick={onLedger}>登録内容を確認する</Button>
        </div>
      </section>
      <section class="card">
        <h2>更新の要件</h2>
        {requirements && <Checklist requirements={requirements} short />}
        <div>
          <Button onClick={onPoints}>ポイントを確認・申請する</Button>
        </div>
      </section>
      <section>
        <h2>お知らせ</h2>
        {notices.length === 0 ? (
          <p>お知らせはまだありません。</p>
        ) : (
          <>
            <p class="quiet">最近、メールなどでお送りしたものです。</p>
            <ul class="plain sent">
              {notices.map(({ date, subject }, index) => (
                <li key={index}>
                  <span class="when">{date}</span>
                  <ReceiptText text={subject} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <div class="quiet">
        <p>前回のログイン：{lastLogin ? writeMoment(lastLogin) : 'ありません（今回がはじめてです）'}</p>
        {lastLogin && <p>お心当たりがないときは、事務局へお知らせください。</p>}
      </div>
    </div>
  );
}

function Validity({ validity: { state, start, end, daysLeft } }: { validity: MypageView['validity'] }) {
  const ended = state === '失効' || state === '満了';
  const tag = ended ? 'tag ended' : state === '有効' ? 'tag' : 'tag unknown';
  return (
    <section class="card">
      <h2>資格有効期間</h2>
      {end === '' ? (
        <p>有効期間を事務局で確認しています。</p>
      ) : (
        <>
          <p class="until">
            <span class="nowrap">{end}</span> <span class="nowrap">まで</span>
          </p>
          {start !== '' && <p class="quiet">{start} から</p>}
        </>
      )}
      <p class="days-left">
        <span class={tag}>{state === '不明' ? '確認中' : state}</span> {daysSentence(daysLeft)}
      </p>
    </section>
  );
}

function daysSentence(daysLeft: number | null) {
  if (daysLeft === null || daysLeft < 0) return null;
  if (daysLeft === 0) return <b>今日が最後の日です</b>;
  return (
    <>
      あと <b>{daysLeft.toLocaleString('ja-JP')}</b> 日
    </>
  );
}
