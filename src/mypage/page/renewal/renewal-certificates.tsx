import type { CertificateLine, RenewalView } from '../../../contract/mypage-renewal';
import { Button } from '../../../ui/button';
import { FromTo, WrittenPeriod } from '../parts/from-to';

/** 資格認定証書 that were made, newest first. */
export function Certificates({
  certificates,
  onReceived,
}: {
  certificates: readonly CertificateLine[];
  onReceived: (line: CertificateLine) => void;
}) {
  if (certificates.length === 0) return null;
  return (
    <section>
      <h2>資格認定証書</h2>
      {certificates.map((line) => (
        <article key={line.certificate} class="card" aria-label={`証書番号 ${line.certificate}`}>
          <h3>
            証書番号 <span class="nowrap">{line.certificate}</span>（{line.cause}）
          </h3>
          <p>
            <WrittenPeriod text={line.period} />
          </p>
          <p>記載氏名 {line.printedName}</p>
          <p>{progressOf(line)}</p>
          {line.tracking !== '' && line.canConfirm && (
            <p>
              お問い合わせ番号 <span class="nowrap">{line.tracking}</span>
              {line.postedBy && `（${line.postedBy}）`}
            </p>
          )}
          {line.canConfirm && (
            <div>
              <Button kind="primary" onClick={() => onReceived(line)}>
                受け取りました
              </Button>
            </div>
          )}
        </article>
      ))}
    </section>
  );
}

function progressOf({ state, posted, returned, returnReason, received }: CertificateLine): string {
  if (received !== '') return `${received}に受け取られました。`;
  if (state === '返戻')
    return `お送りした証書が、${returned && `${returned}に`}事務局へもどってきました${returnReason && `（${returnReason}）`}。「台帳」の住所と送付先をお確かめのうえ、事務局へご連絡ください。`;
  if (posted !== '') return `${posted}にお送りしました。届きましたら「受け取りました」を押してください。`;
  return '発送の準備をしています。';
}

/** Every 有効期間 of the person, newest first. */
export function Periods({ periods }: Pick<RenewalView, 'periods'>) {
  if (periods.length === 0) return null;
  return (
    <section>
      <h2>資格有効期間の記録</h2>
      <ul class="plain sent">
        {periods.map(({ term, start, end, basis, certificate, current }) => (
          <li key={start}>
            <span class="when">
              第{term}期{basis && `　${basis}`}
              {current && '　いまの期間'}
            </span>
            <FromTo start={start} end={end} />
            {certificate !== '' && <span class="when">証書番号 {certificate}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
