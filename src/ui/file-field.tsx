import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button';
import { newClientKey } from './client-key';
import { describedBy, Field, type FieldProps } from './field';
import './file-field.css';
import { reduceFile, type FileProblem, type ReadyFile } from './photo-reduce';

/** A file somebody has chosen; its key is the client key it is sent under, so that sending again keeps it once. */
export interface ChosenFile extends ReadyFile {
  key: string;
}

interface FileFieldProps extends FieldProps {
  files: readonly ChosenFile[];
  onChange: (files: readonly ChosenFile[]) => void;
  most?: number;
}

/** Without HEIC: iPhones then hand over a JPEG. */
const ACCEPT = 'image/jpeg,image/png,application/pdf';

/** Photos and PDFs: chosen or taken, made small here, shown, taken again or dropped. Nothing is sent yet. */
export function FileField({ files, onChange, most = 5, ...field }: FileFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const replaced = useRef('');
  const busy = useRef(false);
  const [problem, setProblem] = useState<string>();
  const [said, setSaid] = useState('');

  const add = async (chosen: FileList | null, instead = '') => {
    if (busy.current) return;
    busy.current = true;
    const room = instead ? 1 : most - files.length;
    const wanted = [...(chosen ?? [])].slice(0, room);
    let next = files;
    let wrong = chosen && chosen.length > room ? sayMost(most) : undefined;
    setSaid('写真を読み込んでいます。このままお待ちください。');
    // One after another: a phone has no memory for several.
    for (const file of wanted) {
      const ready = await reduceFile(file);
      if (typeof ready === 'string') wrong = PROBLEMS[ready];
      else {
        const fresh = { ...ready, key: newClientKey() };
        next = instead ? next.map((one) => (one.key === instead ? fresh : one)) : [...next, fresh];
      }
    }
    busy.current = false;
    setProblem(wrong);
    setSaid(next === files ? '' : `${String(next.length)}つの${field.label}を選んでいます。`);
    if (next !== files) onChange(next);
  };
  const pick = (event: { currentTarget: HTMLInputElement }, instead?: string) => {
    const { currentTarget } = event;
    void add(currentTarget.files, instead).finally(() => (currentTarget.value = ''));
  };
  const drop = ({ key }: ChosenFile) => {
    if (busy.current) return;
    setProblem(undefined);
    setSaid('1つ取り消しました。');
    onChange(files.filter((one) => one.key !== key));
    input.current?.focus();
  };
  const retake = ({ key }: ChosenFile) => {
    replaced.current = key;
    again.current?.click();
  };

  const shown = { ...field, error: problem ?? field.error };
  return (
    <Field
      {...shown}
      after={
        <>
          <p class="busy" role="status">
            {said}
          </p>
          <ul class="files">
            {files.map((file, index) => (
              <li key={file.key}>
                <Preview {...file} name={`${String(index + 1)}つ目`} />
                <span>{`${file.type === 'image/jpeg' ? '写真' : 'PDF'}（${sizeText(file.blob.size)}）`}</span>
                <div class="buttons">
                  <Button size="small" onClick={() => retake(file)}>
                    {file.type === 'image/jpeg' ? '撮り直す' : '選び直す'}
                    <Which index={index} />
                  </Button>
                  <Button size="small" onClick={() => drop(file)}>
                    取り消す
                    <Which index={index} />
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </>
      }
    >
      <input
        ref={input}
        class="name-only file"
        id={field.id}
        type="file"
        accept={ACCEPT}
        multiple={most > 1}
        aria-invalid={shown.error ? 'true' : undefined}
        aria-describedby={describedBy(shown)}
        onChange={pick}
      />
      <label class="button" for={field.id}>
        {files.length === 0 ? '写真を撮る・ファイルを選ぶ' : 'もう1つ加える'}
      </label>
      <input
        ref={again}
        type="file"
        accept={ACCEPT}
        hidden
        onChange={(event) => pick(event, replaced.current)}
      />
    </Field>
  );
}

/** For a screen reader: which of several files a button is about. */
function Which({ index }: { index: number }) {
  return <span class="name-only">（{String(index + 1)}つ目）</span>;
}

function Preview({ type, blob, name }: ReadyFile & { name: string }) {
  const [url, setUrl] = useState('');
  useEffect(() => {
    if (type !== 'image/jpeg') return undefined;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [type, blob]);
  return url ? (
    <img src={url} alt={`${name}の写真`} />
  ) : (
    <span class="pdf" aria-hidden="true">
      {type === 'application/pdf' && 'PDF'}
    </span>
  );
}

const PROBLEMS: Record<FileProblem, string> = {
  NOT_ACCEPTED: '写真（JPEG・PNG）かPDFを選んでください。ほかの種類のファイルは送れません。',
  UNREADABLE: 'この写真を開けませんでした。撮り直すか、別の写真を選んでください。',
  PHOTO_TOO_LARGE: 'この写真は大きすぎます。スマートフォンのカメラで撮り直してください。',
  PDF_TOO_LARGE: 'このPDFは3MBを超えています。紙を写真に撮るか、ページを分けてください。',
};

function sayMost(most: number): string {
  return `一度に送れるのは${String(most)}つまでです。残りは、郵送かFAXでお送りください。`;
}

/** 0.6MB */
function sizeText(bytes: number): string {
  return `${(Math.max(bytes, 100_000) / 1_000_000).toFixed(1)}MB`;
}
