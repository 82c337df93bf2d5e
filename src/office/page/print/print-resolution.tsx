import { Busy } from '../../../ui/busy';
import { Refusal } from '../parts/refusal';
import { useRead } from '../parts/use-read';
import { LIST_PAGE, PageSize } from './page-size';

/** 決裁一覧: everybody who is 確認済, with what the requirements rest on; A4 landscape. */
export function PrintResolution() {
  const { value, attempt } = useRead('resolutionList', {}, 0);
  return (
    <>
      <PageSize rule={LIST_PAGE} />
      <Refusal attempt={attempt} />
      {!value && <Busy when={!attempt} text="申請を読んでいます。" />}
      {value && (
        <section class="sheet-list">
          <h2>職業紹介士資格更新　決裁一覧</h2>
          <p>
            {value.office}　{value.today}　{value.lines.length}件
          </p>
          <table>
            <thead>
              <tr>
                {[
                  '連番',
                  '受付番号',
                  '登録番号',
                  '氏名',
                  '満了日',
                  '講習',
                  'メルマガ',
                  'ポイント',
                  '特例',
                  '受付日',
                  '確認者',
                ].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {value.lines.map((line) => (
                <tr key={line.receipt}>
                  <td class="whole">{line.serial}</td>
                  <td class="whole">{line.receipt}</td>
                  <td class="whole">{line.number}</td>
                  <td class="who">{line.name}</td>
                  <td class="day">{line.validTo}</td>
                  <td class="what">{line.course}</td>
                  <td class="whole">{line.magazine}</td>
                  <td>{line.total ?? '－'}</td>
                  <td>
                    {line.exception}
                    {line.exceptionReason !== '' && `（${line.exceptionReason}）`}
                  </td>
                  <td class="day">{line.received}</td>
                  <td>{line.confirmedBy}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="seal">決裁　　　　年　　　月　　　日　　　　　印</p>
        </section>
      )}
    </>
  );
}
