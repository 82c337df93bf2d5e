/** The time of a run, shared out to what is to be played: who needs less leaves the rest to those who come later. */

/** Parts of a run in their order, with how much of the time each is worth. */
const PARTS = [
  [['kill', 'throw'], 28],
  [['limits', 'triggers'], 14],
  [['edit'], 16],
  [['repair'], 6],
  [['pairs'], 18],
  [['twice'], 9],
  [['crowds'], 9],
] as const;

/** Tells until when (epoch ms) the part that begins now may play; `wants`: the classes that are played at all. */
export function shareTime(until: number, wants: (name: string) => boolean) {
  const parts = PARTS.filter(([names]) => names.some(wants));
  return (first: string): number => {
    const at = parts.findIndex(([names]) => names.some((name) => name === first));
    const left = parts.slice(Math.max(at, 0));
    const whole = left.reduce((sum, [, worth]) => sum + worth, 0);
    const own = left[0]?.[1] ?? 1;
    return Date.now() + Math.max(0, until - Date.now()) * (own / (whole || 1));
  };
}
