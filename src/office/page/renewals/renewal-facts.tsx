import type { RenewalCase } from '../../../contract/office-renewal';
import { ReceiptText } from '../../../ui/receipt-text';
import { Remark } from '../parts/remark';

/** Figures and proof of one application, and what approval would bring. */
export function RenewalFacts({ case: each }: { case: RenewalCase }) {
  const { state, course, magazine, points, wish, fixBy, overdue, reason, exception } = each;
  const waits = state === '申請中' || state === '確認済' || state === '差戻し';
  const mark = (met: boolean) => (met ? '✓' : '✗');
  return (
    <>
      {wish !== '' && (
        <Remark text={`シートで「状態」に「${wish}」と入力されています。数分のうちに処理されます。`} />
      )}
      {fixBy !== '' && (
        <Remark text={`差戻し中（${fixBy}まで）${overdue ? '期限を過ぎました。' : ''}：${reason}`} />
      )}
      {exception !== '' && <Remark text={`特例（${exception}）：${each.exceptionReason}`} />}
      {waits ? (
        each.spelled.map((line) => <Remark key={line} text={line} />)
      ) : (
        <p>
          いまの状態：<strong>{state}</strong>
        </p>
      )}
      <ul class="plain figures">
        <li>
          {mark(course.met)} 講習{' '}
          <ReceiptText text={course.met ? course.proof : course.pending || '未受講'} />
        </li>
        <li>
          {mark(magazine)} メールマガジン {magazine ? '有' : '無'}
        </li>
        <li>
          {mark(points.have >= points.needed)} ポイント {points.have} / {points.needed}
          {points.pending > 0 && `（確認中 ${String(points.pending)}）`}
        </li>
      </ul>
      {each.proofs.length > 0 && (
        <details>
          <summary>数えたポイント（{each.proofs.length}件）</summary>
          <ul class="explained">
            {each.proofs.map((line) => (
              <li key={line}>
                <ReceiptText text={line} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>
        記載氏名：<strong>{each.printedName}</strong>
        {each.nameDiffers && '（台帳の氏名と違います）'}
        {each.gaiji !== '' && (
          <>
            <br />
            外字：{each.gaiji}
          </>
        )}
      </p>
      <p>
        送付先（{each.sendTo}）：{each.address || '台帳に住所がありません'}
      </p>
      <p class="quiet">
        満了日 {each.validTo}
        {waits && each.next !== '' && (
          <>
            <br />
            承認すると {each.next}
          </>
        )}
        <br />
        受付日 {each.received}
        {each.decidedBy !== '' && `・確認者 ${each.decidedBy}`}
      </p>
    </>
  );
}
