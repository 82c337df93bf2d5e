import { reachOf } from '../../src/domain/reach';

const person = {
  mail: ' Hanako.Mihon@Example.com ',
  mailState: '確認済',
  noticeBy: 'メール',
  state: '有効',
  stateReason: '',
};

test('by mail where there is an address that works', () => {
  expect(reachOf(person)).toEqual({ by: 'メール', to: 'hanako.mihon@example.com' });
  expect(reachOf({ ...person, mailState: '', noticeBy: '' })).toMatchObject({ by: 'メール' });
});

test.each([
  ['no address', { mail: '' }],
  ['no address, but words', { mail: '本人に電話' }],
  ['mail that does not arrive', { mailState: '不達' }],
  ['the wish for letters', { noticeBy: '郵送' }],
])('by letter with %s', (_, more) => expect(reachOf({ ...person, ...more })).toEqual({ by: '郵送' }));

test.each([
  ['登録抹消', { state: '登録抹消' }],
  ['取消', { state: '取消' }],
  ['a death', { stateReason: '死亡' }],
])('not at all after %s', (_, more) => expect(reachOf({ ...person, ...more })).toBeUndefined());
