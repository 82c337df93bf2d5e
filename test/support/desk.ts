/** The sidebar of the secretariat. */
import { newKey, type Called, type OfficeDay } from './office-day';

/** Calls their door as a member of the staff; the first unless `who` says another. */
export const deskOf =
  (day: OfficeDay) =>
  async (method: string, args: unknown, key = newKey(), who = 0): Promise<Called> => {
    const { staff } = await day.sample();
    return day.control.post('/api/call', {
      page: 'sidebar',
      user: staff[who],
      function: 'office',
      args: [{ method, args, key }],
    });
  };
