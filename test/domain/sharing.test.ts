import fc from 'fast-check';
import { sharedAccounts, sharingPlan, type Granted } from '../../src/domain/sharing';

const owner: Granted = { id: '0', type: 'user', role: 'owner', account: 'office@example.jp' };
const reader = (id: string, account: string): Granted => ({ id, type: 'user', role: 'reader', account });

test('accounts of 担当者 count once, in any width and case; the owner and what is no address do not', () => {
  expect(
    sharedAccounts(
      ['B@Example.jp', ' b@example.jp', 'ａ@example.jp', '', '鈴木', 'Office@example.jp'],
      'office@example.jp',
    ),
  ).toEqual(['a@example.jp', 'b@example.jp']);
});

test('those who left go, those who came are added, those who stay are left alone', () => {
  expect(
    sharingPlan(
      [owner, reader('1', 'A@example.jp'), reader('2', 'b@example.jp')],
      ['a@example.jp', 'c@example.jp'],
    ),
  ).toEqual({ add: ['c@example.jp'], remove: ['2'] });
});

test('link sharing, groups and domains are taken back; a wider role is narrowed', () => {
  expect(
    sharingPlan(
      [
        owner,
        { id: 'anyoneWithLink', type: 'anyone', role: 'reader', account: '' },
        { id: '3', type: 'group', role: 'reader', account: 'a@example.jp' },
        { id: '4', type: 'user', role: 'writer', account: 'a@example.jp' },
      ],
      ['a@example.jp'],
    ),
  ).toEqual({ add: ['a@example.jp'], remove: ['anyoneWithLink', '3'] });
});

test('after the plan exactly the wanted may look, and a second plan changes nothing', () => {
  const account = fc.constantFrom('a@example.jp', 'b@example.jp', 'c@example.jp', 'd@example.jp');
  const granted = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      type: fc.constantFrom('user', 'anyone', 'domain', 'group'),
      role: fc.constantFrom('reader', 'commenter', 'writer'),
      account,
    }),
    { selector: ({ type, account: own }) => `${type}${own}` },
  );
  fc.assert(
    fc.property(granted, fc.uniqueArray(account), (before, wanted) => {
      const plan = sharingPlan([owner, ...before], wanted);
      // Giving a permission anew replaces the role of the one that stands.
      const after = [
        ...before.filter(
          ({ id, type, account: own }) =>
            !plan.remove.includes(id) && !(type === 'user' && plan.add.includes(own)),
        ),
        ...plan.add.map((own) => reader(own, own)),
      ];
      expect(after.map(({ type, role, account: own }) => `${type} ${role} ${own}`).sort()).toEqual(
        wanted.map((own) => `user reader ${own}`).sort(),
      );
      expect(sharingPlan([owner, ...after], wanted)).toEqual({ add: [], remove: [] });
    }),
  );
});
