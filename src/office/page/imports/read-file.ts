/** A list as a file: decoded as UTF-8 or, where it is none, as CP932 (Excel's own CSV), and cut into cells. */
import { parseCsv } from '../../../domain/fields/csv';

/** The cells of a file; undefined where it is neither text nor CSV. */
export async function readTableFile(file: File): Promise<string[][] | undefined> {
  const bytes = await file.arrayBuffer();
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'shift_jis');
  // An Excel book or a picture decodes to nonsense with zero characters in it.
  return text === undefined || text.includes('\u0000') ? undefined : parseCsv(text);
}

function decode(bytes: ArrayBuffer, encoding: 'utf-8' | 'shift_jis'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
