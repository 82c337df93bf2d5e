/** How large an address may be set, so that the longest one still shows the name it goes to. */

interface Box {
  /** Millimetres of a label. */
  width: number;
  height: number;
}

/** Points, the largest first; below the last nothing can be read. */
const SIZES = [10.5, 9.5, 8.5, 7.5, 6.5, 5.5] as const;
const MM_PER_PT = 25.4 / 72;
/** As print.css sets them: padding around, height of a line, the name against the rest, the space above it. */
const PADDING = { x: 5, y: 3 };
const LINE = 1.3;
const NAME = 1.25;
const NAME_GAP_MM = 1;

/** Points at which 〒, these lines and the name fit into the label. */
export function labelSize(lines: readonly string[], name: string, { width, height }: Box): number {
  const fits = (size: number) => {
    const em = size * MM_PER_PT;
    const room = (width - 2 * PADDING.x) / em;
    // A line is broken before it is quite full.
    const rows = (text: string, scale: number) => Math.ceil((emsOf(text) * scale) / (room - 1));
    const body = lines.reduce((sum, line) => sum + rows(line, 1), 1);
    const tall = (body + rows(name, NAME) * NAME) * LINE * em + NAME_GAP_MM;
    return tall <= height - 2 * PADDING.y;
  };
  return SIZES.find(fits) ?? SIZES[SIZES.length - 1] ?? 5.5;
}

/** Width in full-width characters. */
function emsOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/[\x20-\x7e\uff61-\uff9f]/.test(letter) ? 0.56 : 1), 0);
}
