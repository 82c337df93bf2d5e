import {
  checkNotification,
  itemsOf,
  kindsFor,
  NOTIFICATION_KINDS,
  type NotificationForm,
  type NotificationKind,
  type ProofItem,
} from '../../../src/domain/fields/notification';

const item = (
  name: string,
  value: string,
  kind: ProofItem['kind'] = '文字',
  more: Partial<ProofItem> = {},
): ProofItem => ({
  item: name,
  kind,
  value,
  way: 'proof',
  papers: true,
  required: true,
  choices: [],
  ...more,
});
const items = [
  item('氏名', '見本 花子'),
  item('フリガナ', 'ミホン　ハナコ', 'カナ'),
  item('生年月日', '1968-05-12', '日付'),
  item('住所', '見本県見本市1-1', '文字', { way: 'now' }),
  item('許可番号', '13-ユ-000001', '文字', { required: false, papers: false }),
];
const TODAY = '2026-11-22';
const form = (kind: NotificationKind, more: Partial<NotificationForm> = {}): NotificationForm => ({
  kind,
  changes: {},
  changedOn: '2026-11-01',
  note: '',
  evidence: '郵送待ち',
  ...more,
});
const check = (kind: NotificationKind, more: Partial<NotificationForm> = {}) =>
  checkNotification(items, form(kind, more), TODAY);
const problems = (kind: NotificationKind, more: Partial<NotificationForm> = {}) =>
  Object.fromEntries(check(kind, more).problems);

test('each kind covers its items, その他 what no kind names, and only what needs confirmation', () => {
  const names = (kind: NotificationKind) => itemsOf(kind, items).map((each) => each.item);
  expect(Object.fromEntries(NOTIFICATION_KINDS.map((kind) => [kind, names(kind)]))).toEqual({
    氏名: ['氏名', 'フリガナ'],
    生年月日訂正: ['生年月日'],
    登録辞退: [],
    休止: [],
    その他: ['許可番号'],
  });
});

test('who is 休止 cannot file it again, and 氏名 is not offered where 台帳項目 opens it otherwise', () => {
  expect(kindsFor(items, '有効')).toEqual(NOTIFICATION_KINDS);
  expect(kindsFor(items, '休止')).toEqual(['氏名', '生年月日訂正', '登録辞退', 'その他']);
  expect(kindsFor([item('氏名', 'x', '文字', { way: 'now' })], '')).toEqual(['登録辞退', '休止', 'その他']);
});

test('values are stored as 台帳 keeps them, and what stays as it is left out', () => {
  const checked = check('氏名', {
    changes: { 氏名: '　試作 花子 ', フリガナ: 'しさく　はなこ' },
    changedOn: 'R8.11.1',
  });
  expect(Object.fromEntries(checked.values)).toEqual({ 氏名: '試作 花子', フリガナ: 'シサク　ハナコ' });
  expect(checked).toMatchObject({ changedOn: '2026-11-01', note: '', evidence: '郵送待ち' });
  expect(checked.problems.size).toBe(0);
  const same = check('氏名', { changes: { 氏名: '試作 花子', フリガナ: 'ミホン ハナコ' } });
  expect([...same.values.keys()]).toEqual(['氏名']);
});

test.each([
  ['nothing changed', '氏名', { changes: { 氏名: '見本 花子' } }, { changes: 'NOTHING_CHANGED' }],
  ['a name left blank', '氏名', { changes: { 氏名: ' ' } }, { 氏名: 'REQUIRED' }],
  ['a reading in kanji', '氏名', { changes: { フリガナ: '試作' } }, { フリガナ: 'NOT_KANA' }],
  ['marks that turn the direction', '氏名', { changes: { 氏名: 'a\u202eb' } }, { 氏名: 'CONTROL_CHARACTERS' }],
  ['a birth date to come', '生年月日訂正', { changes: { 生年月日: '2026-11-23' } }, { 生年月日: 'FUTURE' }],
  ['no day there is', '生年月日訂正', { changes: { 生年月日: '2026-02-30' } }, { 生年月日: 'NOT_A_DATE' }],
  ['a day of change to come', '氏名', { changes: { 氏名: '試作' }, changedOn: '2026-11-23' }, { changedOn: 'FUTURE' }],
  ['no day of change', '氏名', { changes: { 氏名: '試作' }, changedOn: '' }, { changedOn: 'REQUIRED' }],
  ['no day of 登録辞退', '登録辞退', { changedOn: '' }, { changedOn: 'REQUIRED' }],
  ['その他 that says nothing', 'その他', {}, { note: 'REQUIRED' }],
  ['a reason too long', '休止', { note: 'あ'.repeat(501) }, { note: 'TOO_LONG' }],
  ['a reason with controls', '休止', { note: 'a\u0000' }, { note: 'CONTROL_CHARACTERS' }],
  ['a name without papers', '氏名', { changes: { 氏名: '試作' }, evidence: '不要' }, { evidence: 'NOT_A_CHOICE' }],
  ['papers not spoken of', '氏名', { changes: { 氏名: '試作' }, evidence: '' }, { evidence: 'NOT_A_CHOICE' }],
] as const)('%s is told', (_, kind, given, expected) => {
  expect(problems(kind, given)).toEqual(expected);
}); // prettier-ignore

test('生年月日訂正 and その他 need no day; 登録辞退 and 休止 need neither reason nor papers', () => {
  expect(problems('生年月日訂正', { changes: { 生年月日: 'S43.5.21' }, changedOn: '' })).toEqual({});
  expect(problems('その他', { note: '旧姓を併記したい', changedOn: '', evidence: '不要' })).toEqual({});
  expect(check('休止', { evidence: '' })).toMatchObject({ evidence: '不要', problems: new Map() });
  expect(check('登録辞退', { note: '転職\nのため' })).toMatchObject({
    note: '転職 のため',
    evidence: '不要',
  });
});

test('an item that needs no papers leaves the choice', () => {
  const changes = { 許可番号: '13-ユ-000002' };
  expect(problems('その他', { changes, evidence: '不要' })).toEqual({});
  expect(problems('その他', { changes, evidence: '' })).toEqual({ evidence: 'NOT_A_CHOICE' });
});

test('a note is no part of 氏名, and keys of prototypes are no items', () => {
  expect(check('氏名', { changes: { 氏名: '試作' }, note: 'x' }).note).toBe('');
  const odd = JSON.parse('{"__proto__": "x", "constructor": "y", "氏名": "試作"}') as Record<string, string>;
  expect([...check('氏名', { changes: odd }).values.keys()]).toEqual(['氏名']);
});
