import type { CertificateCase } from '../../../contract/office-certificates';

/** 発送の一覧: as certificates and labels lie, with room for お問い合わせ番号. */
export function PostingList({ cases }: { cases: readonly CertificateCase[] }) {
  return (
    <section class="sheet-list">
      <h2>資格認定証書　発送の一覧</h2>
      <table>
        <thead>
          <tr>
            {['連番', '証書番号', '登録番号', '記載氏名', '事由', '送り先', 'お問い合わせ番号'].map(
              (name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {cases.map((each) => (
            <tr key={each.certificate}>
              <td class="whole">{each.serial}</td>
              <td class="whole">{each.certificate}</td>
              <td class="whole">{each.number}</td>
              <td>
                {each.printedName}
                {each.gaiji !== '' && '※'}
              </td>
              <td class="whole">{each.cause}</td>
              <td>
                {each.label.postalCode !== '' && `〒${each.label.postalCode} `}
                {each.label.lines.join(' ')} {each.label.name}
              </td>
              <td class="wide">{each.tracking}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
