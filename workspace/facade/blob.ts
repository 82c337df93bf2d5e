/** Blobs: bytes with a name and a content type. */
import { charsetName, decodeUtf8, encodeText, requireBytes } from './bytes';
import { notInWorkspace, strict } from './errors';
import { is, mismatch, signature } from './signature';

/** A blob as the façades hand it to scripts; `serviceName(blob) === 'Blob'`. */
export interface Blob {
  getBytes(): number[];
  getDataAsString(...args: unknown[]): string;
  getContentType(): string | null;
  getName(): string | null;
  setBytes(...args: unknown[]): Blob;
  setContentType(...args: unknown[]): Blob;
  setDataFromString(...args: unknown[]): Blob;
  setName(...args: unknown[]): Blob;
  copyBlob(): Blob;
  getAs(...args: unknown[]): never;
  isGoogleType(): boolean;
}

/** Makes a blob. */
export function createBlob(data: readonly number[], type: string | null, title: string | null): Blob {
  let bytes = [...data];
  let contentType = type;
  let name = title;
  const blob: Blob = strict<Blob>(
    {
      getBytes: () => [...bytes],
      getDataAsString(...args) {
        signature('Blob.getDataAsString', args, [], [is.string]);
        const charset = args.length === 0 ? 'UTF_8' : charsetName(args[0], 'Blob.getDataAsString');
        return decodeUtf8(charset === 'UTF_8' ? bytes : bytes.map((byte) => (byte < 0 ? 0x3f : byte)));
      },
      getContentType: () => contentType,
      getName: () => name,
      setBytes(...args) {
        signature('Blob.setBytes', args, [is.array]);
        bytes = requireBytes(args[0] as unknown[]);
        return blob;
      },
      setContentType(...args) {
        signature('Blob.setContentType', args, [is.orNull(is.string)]);
        contentType = (args[0] as string | null | undefined) ?? null;
        return blob;
      },
      setDataFromString(...args) {
        signature('Blob.setDataFromString', args, [is.string], [is.string, is.string]);
        const charset = args.length === 1 ? 'UTF_8' : charsetName(args[1], 'Blob.setDataFromString');
        bytes = encodeText(args[0] as string, charset);
        return blob;
      },
      setName(...args) {
        signature('Blob.setName', args, [is.orNull(is.string)]);
        name = (args[0] as string | null | undefined) ?? null;
        return blob;
      },
      copyBlob: () => createBlob(bytes, contentType, name),
      getAs: (...args) => notInWorkspace(`Blob.getAs(${args.map(String).join(', ')})`),
      isGoogleType: () => false,
    },
    'Blob',
  );
  return blob;
}

/** `Utilities.newBlob`: text or bytes, with or without content type and name. */
export function newBlob(...args: unknown[]): Blob {
  const [data, type, name] = args;
  signature(
    'Utilities.newBlob',
    args,
    [is.any],
    [is.any, is.orNull(is.string)],
    [is.any, is.orNull(is.string), is.orNull(is.string)],
  );
  const contentType = (type as string | null | undefined) ?? null;
  const title = (name as string | null | undefined) ?? null;
  if (typeof data === 'string') {
    return createBlob(encodeText(data, 'UTF_8'), args.length === 1 ? 'text/plain' : contentType, title);
  }
  if (Array.isArray(data)) return createBlob(requireBytes(data), contentType, title);
  return mismatch('Utilities.newBlob', args);
}
