import { useState } from 'preact/hooks';
import { readTableFile } from './read-file';

interface ImportFileProps {
  /** What the file is: 名簿, 行事の一覧. */
  of: string;
  /** Says what stands in the table, or why not, in a sentence. */
  read: (table: string[][]) => string | undefined;
}

/** The file field of 取込. */
export function ImportFile({ of, read }: ImportFileProps) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();

  const take = async (file: File | undefined) => {
    if (!file) return;
    setName(file.name);
    const table = await readTableFile(file);
    setProblem(
      table
        ? read(table)
        : 'このファイルは読めません。Excelで開いて、「名前を付けて保存」から「CSV」で保存し、そのファイルを選んでください。',
    );
  };

  return (
    <div class="field">
      <label class="label-line" for="import-file">
        {of}のファイル（CSV）
      </label>
      <p class="support" id="import-file-support">
        ExcelのCSV（UTF-8でも、これまでの形式でもかまいません）。1行目のあたりに見出しがあるもの。
      </p>
      {problem && (
        <p class="error" id="import-file-error" role="alert">
          {problem}
        </p>
      )}
      <input
        id="import-file"
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        aria-describedby={problem ? 'import-file-support import-file-error' : 'import-file-support'}
        onChange={(event) => {
          const input = event.currentTarget;
          void take(input.files?.[0]).finally(() => (input.value = ''));
        }}
      />
      {name !== '' && !problem && <p class="quiet">{name} を読みました。</p>}
    </div>
  );
}
