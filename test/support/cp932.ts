/** CP932 bytes of a text, as Excel on a Japanese Windows saves a CSV: the decoder of the platform turned round. */
const BYTES = new Map<string, readonly number[]>();

function fill(): void {
  const decoder = new TextDecoder('shift_jis');
  const learn = (bytes: readonly number[]) => {
    const text = decoder.decode(new Uint8Array(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !BYTES.has(text)) BYTES.set(text, bytes);
  };
  for (let one = 0; one < 256; one += 1) learn([one]);
  for (let first = 0x81; first <= 0xfc; first += 1)
    for (let second = 0x40; second <= 0xfc; second += 1) learn([first, second]);
}

/** Throws for a character CP932 does not have (𠮷). */
export function toCp932(text: string): Uint8Array {
  if (BYTES.size === 0) fill();
  return new Uint8Array(
    [...text].flatMap((character) => {
      const bytes = BYTES.get(character);
      if (!bytes) throw new Error(`CP932 has no ${character}.`);
      return bytes;
    }),
  );
}
