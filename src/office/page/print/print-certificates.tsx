import { useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import type { CertificateCase } from '../../../contract/office-certificates';
import { Busy, useBusy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { Refusal, type Attempt } from '../parts/refusal';
import { Remark } from '../parts/remark';
import { ask } from '../server';
import { CertificateSheet } from './certificate-sheet';
import { LabelSheets } from './label-sheets';
import { mergeData } from './merge-data';
import { LIST_PAGE, PageSize } from './page-size';
import { PostingList } from './posting-list';

type Show = '作成待ち' | '作成済';

/** 証書, 宛名ラベル, list and 差込データ of one state, all of them in the order of 証書番号. */
export function PrintCertificates({ kind }: { kind: 'certificates' | 'labels' | 'list' }) {
  const [queue, setQueue] = useState<OfficeValues['certificateQueue']>();
  const [left, setLeft] = useState<CertificateCase[]>([]);
  const [attempt, setAttempt] = useState<Attempt>();
  const [busy, run] = useBusy();
  const read = (show: Show) =>
    run(async () => {
      // By number: a 証書 that is handed out twice, as rows move or are missing, is printed once.
      const cases = new Map<string, CertificateCase>();
      for (;;) {
        const before = cases.size;
        const reply = await ask('certificateQueue', { show, skip: before });
        setAttempt(reply.ok ? undefined : { code: reply.code });
        if (!reply.ok) return;
        for (const each of reply.value.cases) cases.set(each.certificate, each);
        if (cases.size === before || cases.size >= reply.value.total) {
          const printed = [...cases.values()].filter(({ ended }) => !ended).sort(byNumber);
          setQueue({ ...reply.value, cases: printed });
          setLeft([...cases.values()].filter(({ ended }) => ended));
          return;
        }
      }
    });
  const moved = queue?.cases.filter(({ addressChanged }) => addressChanged) ?? [];
  const gaiji = queue?.cases.filter((one) => one.gaiji !== '') ?? [];
  return (
    <>
      <div class="screen-only flow">
        <div class="buttons">
          <Button size="small" onClick={() => read('作成待ち')}>
            作成待ちを読む
          </Button>
          <Button size="small" onClick={() => read('作成済')}>
            作成済を読む
          </Button>
          {queue && kind === 'list' && queue.cases.length > 0 && (
            <Button size="small" onClick={() => save('差込データ.csv', mergeData(queue.cases))}>
              差込データ（CSV）を保存する
            </Button>
          )}
        </div>
        <Busy when={busy} text="証書を読んでいます。" />
        <Refusal attempt={attempt} />
        {queue && <p role="status">{queue.cases.length}件</p>}
        {left.length > 0 && (
          <Remark
            text={`登録が終わった方は、印刷に入れていません：${left.map(({ name }) => name).join('、')}`}
          />
        )}
        {moved.length > 0 && (
          <Remark
            text={`宛名ラベル作成後に住所が変わりました：${moved.map(({ name }) => name).join('、')}`}
          />
        )}
        {gaiji.length > 0 && (
          <Remark text={`外字のある方（※印）：${gaiji.map(({ name }) => name).join('、')}`} />
        )}
      </div>
      {queue && kind === 'certificates' && (
        <>
          <PageSize rule="size: A4 portrait; margin: 0" />
          {queue.cases.map((each) => (
            <CertificateSheet key={each.certificate} case={each} association={queue.association} />
          ))}
        </>
      )}
      {queue && kind === 'labels' && (
        <>
          <PageSize rule="size: A4 portrait; margin: 0" />
          <LabelSheets cases={queue.cases} sheet={queue.sheet} />
        </>
      )}
      {queue && kind === 'list' && (
        <>
          <PageSize rule={LIST_PAGE} />
          <PostingList cases={queue.cases} />
        </>
      )}
    </>
  );
}

function byNumber(a: CertificateCase, b: CertificateCase): number {
  return a.certificate < b.certificate ? -1 : 1;
}

/** Hands a text to the browser as a file. */
function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
