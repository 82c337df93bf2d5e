import type { CertificateCase } from '../../../contract/office-certificates';

/** One 資格認定証書 on its own A4 page; long names become smaller, 外字 are marked for the pen. */
export function CertificateSheet({
  case: each,
  association,
}: {
  case: CertificateCase;
  association: string;
}) {
  const size = each.printedName.length > 14 ? 'name small' : 'name';
  // 「…から」 and 「…まで」 on a line each.
  const halves = each.period.replace('から', 'から\n').split('\n');
  return (
    <section class="certificate" aria-label={each.certificate}>
      <p class="serial">第 {each.certificate} 号</p>
      <h2>資格認定証書</h2>
      <p class={size}>
        {each.printedName}
        {each.gaiji !== '' && <span class="gaiji">※</span>} 殿
      </p>
      <p class="words">当協会の規定により、職業紹介士の資格を有することを認定します。</p>
      <dl>
        <dt>登録番号</dt>
        <dd>{each.number}</dd>
        <dt>資格有効期間</dt>
        <dd>
          {halves.map((half) => (
            <span key={half}>{half}</span>
          ))}
        </dd>
      </dl>
      <p class="issued">{each.issued}</p>
      <p class="association">{association}</p>
    </section>
  );
}
