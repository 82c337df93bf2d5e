import { addDays } from '../../sample/days';

/** A day cell's serial number as `YYYY-MM-DD`, `''` for a blank cell. */
export function formatDay(serial: string | number | undefined): string {
  return serial === undefined || serial === '' ? '' : addDays('1899-12-30', Number(serial));
}
