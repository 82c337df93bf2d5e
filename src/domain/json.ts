/** The object a JSON text holds; an empty one for blank or broken text and for anything that is no object (a cell anybody may edit). */
export function readObject(text: string): Record<string, unknown> {
  const read = readJson(text);
  return typeof read === 'object' && read !== null && !Array.isArray(read)
    ? (read as Record<string, unknown>)
    : {};
}

/** The list a JSON text holds; an empty one for anything else. */
export function readList(text: string): unknown[] {
  const read = readJson(text);
  return Array.isArray(read) ? (read as unknown[]) : [];
}

function readJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
