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

/**
 * Row 1 as it would read had nothing been written at these places (0-based): it read `before`, columns were then moved,
 * inserted or deleted, and now it reads `after`. Undefined where it is not beyond doubt what was overwritten.
 */
export function headersWithout(
  before: readonly string[],
  places: readonly number[],
  after: readonly string[],
): string[] | undefined {
  const row = [...after];
  const lost = before.filter((text) => text !== '');
  const found = (text: string): void => {
    if (lost.includes(text)) lost.splice(lost.indexOf(text), 1);
  };
  after.forEach((text, at) => {
    if (!places.includes(at)) found(text);
  });
  const beside = (text: string | undefined, step: 1 | -1): string[] => {
    const at = text === undefined || text === '' ? -1 : before.indexOf(text);
    const neighbour = at < 0 ? undefined : before[at + step];
    return neighbour !== undefined && lost.includes(neighbour) ? [neighbour] : [];
  };
  for (const at of [...places].sort((a, b) => a - b)) {
    const next = places.includes(at + 1) ? undefined : row[at + 1];
    const told = new Set([...beside(row[at - 1], 1), ...beside(next, -1)]);
    const [text = lost.length === 0 ? '' : undefined] = told.size === 0 && lost.length === 1 ? lost : told;
    if (told.size > 1 || text === undefined) return undefined;
    row[at] = text;
    found(text);
  }
  return row;
}

/** Row 1 as it reads now, with the changes that would have made `wanted` of `before`; undefined where one has no place. */
export function headersAgain(
  before: readonly string[],
  wanted: readonly string[],
  now: readonly string[],
): string[] | undefined {
  const row = [...now];
  for (const [at, text] of wanted.entries()) {
    const from = before[at] ?? '';
    if (text === from) continue;
    const places = row.flatMap((one, place) => (one === from && now[place] === from ? [place] : []));
    const beside = places.filter((place) => (now[place - 1] ?? '') === (before[at - 1] ?? ''));
    const [place] = from !== '' && places.length === 1 ? places : beside.length === 1 ? beside : [];
    if (place === undefined) return undefined;
    row[place] = text;
  }
  return row;
}
