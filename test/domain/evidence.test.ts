import fc from 'fast-check';
import {
  evidenceLinks,
  evidenceName,
  evidenceText,
  orphansAmong,
  requireEvidence,
} from '../../src/domain/evidence';
import { DomainError } from '../../src/domain/errors';

const MEGABYTE = 1024 * 1024;
const MAGIC: Record<string, number[]> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
};
const base64 = (bytes: Uint8Array | number[]): string => Buffer.from(bytes).toString('base64');
const sized = (type: string, size: number): string => {
  const bytes = Buffer.alloc(size, 7);
  Buffer.from(MAGIC[type] ?? []).copy(bytes);
  return bytes.toString('base64');
};
const codeOf = (data: string): unknown => {
  try {
    return requireEvidence(data).type;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'INVALID') return error.facts['evidence'];
    throw error;
  }
};

test.each([
  ['image/jpeg', MEGABYTE, 'image/jpeg'],
  ['image/jpeg', MEGABYTE + 1, 'TOO_LARGE'],
  ['image/png', MEGABYTE, 'image/png'],
  ['image/png', MEGABYTE + 1, 'TOO_LARGE'],
  ['application/pdf', 3 * MEGABYTE, 'application/pdf'],
  ['application/pdf', 3 * MEGABYTE + 1, 'TOO_LARGE'],
  ['text/html', 100, 'NOT_ACCEPTED'],
])('%s of %i bytes: %s', (type, size, answer) => {
  expect(codeOf(sized(type, size))).toBe(answer);
});

test.each([
  ['', 'DAMAGED'],
  ['====', 'DAMAGED'],
  ['/9j', 'DAMAGED'],
  ['/9j/AA=A', 'DAMAGED'],
  ['/9j/AA==\n', 'DAMAGED'],
  ['data:image/jpeg;base64,/9j/AAAA', 'DAMAGED'],
  ['_9j_AA==', 'DAMAGED'],
  ['/9j/', 'image/jpeg'],
  ['/9g=', 'NOT_ACCEPTED'],
  [base64(Buffer.from('<svg onload=alert(1)>')), 'NOT_ACCEPTED'],
  [base64(Buffer.from(' %PDF-1.7')), 'NOT_ACCEPTED'],
  [base64(Buffer.from('GIF89a')), 'NOT_ACCEPTED'],
])('%j is %s', (data, answer) => {
  expect(codeOf(data)).toBe(answer);
});

test('of any bytes only those that begin as a kind begins are taken, as that kind', () => {
  fc.assert(
    fc.property(
      fc.constantFrom([], ...Object.values(MAGIC)),
      fc.uint8Array({ maxLength: 200 }),
      (magic, rest) => {
        const bytes = [...magic, ...rest];
        const begins = Object.entries(MAGIC).find(([, first]) =>
          first.every((byte, at) => bytes[at] === byte),
        );
        const answer = codeOf(base64(bytes));
        expect(answer).toBe(begins?.[0] ?? (bytes.length === 0 ? 'DAMAGED' : 'NOT_ACCEPTED'));
      },
    ),
  );
});

test('of any text an answer comes: a kind or a code, never another error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()), (text) => {
      expect(typeof codeOf(text)).toBe('string');
    }),
  );
});

test('a name tells the day and nothing of the person', () => {
  expect(
    evidenceName('2026-11-22', '1abcdefghijklmnopqrstuvwxyz012345', { type: 'image/jpeg', ending: 'jpg' }),
  ).toBe('証明書類-20261122-yz012345.jpg');
});

test('links come back out of the cell, whatever is written around them', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[\w-]{25,40}$/), { maxLength: 5 }), (ids) => {
      const links = ids.map((id) => `https://drive.google.com/file/d/${id}/view?usp=drivesdk`);
      expect(evidenceLinks(evidenceText(links))).toEqual(links);
      expect(evidenceLinks(`郵送分（${links.map((link) => `${link}、`).join('')}と原本）`)).toEqual(links);
      expect(orphansAmong([...ids, 'x'.repeat(50)], [evidenceText(links)])).toEqual(['x'.repeat(50)]);
    }),
  );
  expect(evidenceLinks('修了証の写し　javascript:alert(1)')).toEqual([]);
});
