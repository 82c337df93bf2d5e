/** Row 1 put right: the texts as they should read, where what was last seen leaves no doubt. */

/** Headers of the schema that are not there, and those that stand more than once. */
export function brokenHeaders(
  now: readonly string[],
  required: readonly string[],
): { missing: string[]; twice: string[] } {
  const count = (header: string) => now.filter((text) => text === header).length;
  return {
    missing: required.filter((header) => count(header) === 0),
    twice: required.filter((header) => count(header) > 1),
  };
}

/**
 * What row 1 should read. Where every sound column stands where it was last seen, the broken ones get back the text of
 * their place; where columns have moved, one header that is missing takes the place of one text nobody knows. Undefined
 * where neither tells, or a header of the office's own would be lost.
 */
export function mendedHeaders(
  seen: readonly string[],
  now: readonly string[],
  required: readonly string[],
): string[] | undefined {
  const { missing, twice } = brokenHeaders(now, required);
  const broken = [...missing, ...twice];
  if (broken.length === 0) return undefined;
  const mended =
    inPlace(seen, now, required, broken) ??
    (twice.length === 0 && missing.length === 1 ? byStranger(seen, now, missing[0] ?? '') : undefined);
  if (!mended) return undefined;
  const left = brokenHeaders(mended, required);
  const lost = seen.filter((text) => text !== '' && now.includes(text) && !mended.includes(text));
  return left.missing.length + left.twice.length + lost.length === 0 ? mended : undefined;
}

function inPlace(
  seen: readonly string[],
  now: readonly string[],
  required: readonly string[],
  broken: readonly string[],
): string[] | undefined {
  const sound = required.filter((header) => !broken.includes(header));
  if (sound.some((header) => now.indexOf(header) !== seen.indexOf(header))) return undefined;
  if (broken.some((header) => !seen.includes(header))) return undefined;
  const length = Math.max(seen.length, now.length);
  return Array.from({ length }, (_, at) => {
    const [before = '', text = ''] = [seen[at], now[at]];
    return broken.includes(before) || (broken.includes(text) && before !== '') ? before : text;
  });
}

function byStranger(seen: readonly string[], now: readonly string[], missing: string): string[] | undefined {
  const strangers = now.filter((text) => text !== '' && !seen.includes(text));
  if (strangers.length !== 1) return undefined;
  return now.map((text) => (text === strangers[0] ? missing : text));
}
