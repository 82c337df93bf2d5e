/** Evidence in the owner's Drive: a file is sent before anything refers to it. */
import { newKey, type Person } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { persist } from '../stage';
import { insider } from './people';

/** A photo of her own: as long as nobody else's. */
const photoOf = ({ number }: Person): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(Number(number))]);

export const evidenceOperations: readonly Operation[] = [
  operation({
    name: 'evidence sent',
    tabs: [],
    commits: 0,
    people: ['noMail'],
    situation: 'insider',
    arrange: async (stage) => ({ ...(await insider(stage)), key: newKey() }),
    act: ({ day }, { person, token, key }) =>
      persist(() => day.mypage('sendEvidence', { data: photoOf(person).toString('base64') }, { token, key })),
    missing: async ({ day }, { person }) => {
      const files = await day.control.get<{ parent: string | null; size: number }[]>('/api/files');
      const { length } = photoOf(person);
      const kept = files.filter(({ parent, size }) => parent !== null && size === length);
      return kept.length === 1 ? [] : [`the file is kept ${kept.length} times`];
    },
  }),
];
