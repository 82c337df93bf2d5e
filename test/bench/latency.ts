/** The latency model of the published measurements: milliseconds of one contact, [low, likely, high]. */

/** Constants by contact class; sources and grades: facts on performance, 1e (tanaikech, ziritione, field reports). Cells are left out: they are few here. */
const MODEL: Readonly<Record<string, readonly [number, number, number]>> = {
  'sheets.read': [80, 105, 180],
  'sheets.dim': [100, 150, 200],
  'sheets.write': [1, 100, 265],
  'sheets.flush': [30, 60, 560],
  'sheets.find': [200, 300, 400],
  'api.read': [120, 180, 300],
  'api.write': [200, 240, 400],
  'cache.get': [3, 20, 24],
  'cache.put': [52, 75, 281],
  'cache.remove': [56, 88, 120],
  'props.get': [20, 30, 84],
  'props.set': [43, 62, 231],
  lock: [25, 35, 50],
  'mail.send': [500, 700, 1200],
  'mail.read': [100, 250, 500],
  form: [80, 150, 300],
  script: [30, 60, 120],
  drive: [100, 300, 600],
  sleep: [0, 0, 0],
};

/** Low, likely and high estimate of an execution's contacts, in ms; transport and hashing come on top. */
export function estimate(classes: Readonly<Record<string, number>>): {
  low: number;
  likely: number;
  high: number;
} {
  const sum = (at: 0 | 1 | 2) =>
    Object.entries(classes).reduce((total, [name, count]) => {
      const constants = MODEL[name];
      if (!constants) throw new Error(`The latency model has no contact class ${name}.`);
      return total + constants[at] * count;
    }, 0);
  return { low: sum(0), likely: sum(1), high: sum(2) };
}
