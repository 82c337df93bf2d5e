import type { ProofItem } from '../../src/domain/fields/notification';
import { writeContent } from '../../src/domain/notification';
import { judgeApproval, type Filed } from '../../src/domain/notification-approval';

const items = (name = '見本 花子', more: Partial<ProofItem> = {}): ProofItem[] => [
  {
    item: '氏名',
    kind: '文字',
    value: name,
    way: 'proof',
    papers: true,
    required: true,
    choices: [],
    ...more,
  },
  {
    item: 'フリガナ',
    kind: 'カナ',
    value: 'ミホン　ハナコ',
    way: 'proof',
    papers: true,
    required: true,
    choices: [],
  },
];
const content = writeContent('氏名', {
  changes: [{ item: '氏名', before: '見本 花子', after: '試作 花子' }],
  note: '',
});
const filed = (more: Partial<Filed> = {}): Filed => ({
  kind: '氏名',
  content,
  evidenceState: '受領済',
  ...more,
});
const judge = (more: Partial<Filed> = {}, held = items(), state = '有効') => {
  const judged = judgeApproval(filed(more), held, state);
  return 'hindrance' in judged ? judged : { ...judged, values: Object.fromEntries(judged.values) };
};

test('what 内容 says enters 台帳 while 台帳 still holds the old value', () => {
  expect(judge()).toEqual({ kind: '氏名', values: { 氏名: '試作 花子' } });
});

test('what 台帳 holds already is not written again', () => {
  expect(judge({}, items('試作 花子'))).toEqual({ kind: '氏名', values: {} });
});

test.each(['添付', '受領済', '不要'])('証明書類 %s are enough', (evidenceState) => {
  expect(judge({ evidenceState })).toMatchObject({ kind: '氏名' });
});

test.each([
  ['台帳 holds a third value', {}, items('凡例 花子'), '有効', 'LEDGER_DIFFERS', '氏名'],
  ['the papers are on their way', { evidenceState: '郵送待ち' }, items(), '有効', 'NO_EVIDENCE', ''],
  ['nobody knows of the papers', { evidenceState: '' }, items(), '有効', 'NO_EVIDENCE', ''],
  ['内容 was altered', { content: '氏名を試作 花子に' }, items(), '有効', 'UNREADABLE', ''],
  ['種類 is another word', { kind: '改姓' }, items(), '有効', 'UNREADABLE', ''],
  [
    'the new value is none for its item',
    { content: 'フリガナ：ミホン　ハナコ → 試作' },
    items(),
    '有効',
    'UNREADABLE',
    'フリガナ',
  ],
  [
    'it names an item of another kind',
    { content: '生年月日：1968-05-12 → 1968-05-21' },
    items(),
    '有効',
    'NOT_CHANGEABLE',
    '生年月日',
  ],
  [
    '台帳項目 opens the item otherwise now',
    {},
    items('見本 花子', { way: 'now' }),
    '有効',
    'NOT_CHANGEABLE',
    '氏名',
  ],
  [
    'the person is 失効 and files 休止',
    { kind: '休止', content: '理由：（なし）', evidenceState: '不要' },
    items(),
    '失効',
    'STATE_DIFFERS',
    '失効',
  ],
  [
    'the registration has ended',
    { kind: '登録辞退', content: '理由：（なし）', evidenceState: '不要' },
    items(),
    '登録抹消',
    'STATE_DIFFERS',
    '登録抹消',
  ],
] as const)('is refused where %s', (_, more, held, state, hindrance, about) => {
  expect(judge(more, held, state)).toEqual({ hindrance, about });
});

test('a hand-mended value is taken in the form 台帳 keeps', () => {
  expect(judge({ content: 'フリガナ：ミホン　ハナコ → しさく　はなこ' })).toEqual({
    kind: '氏名',
    values: { フリガナ: 'シサク　ハナコ' },
  });
});
