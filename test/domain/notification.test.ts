import fc from 'fast-check';
import { NOTIFICATION_KINDS, type NotificationKind } from '../../src/domain/fields/notification';
import {
  isOpen,
  kindNamed,
  readContent,
  standingOf,
  stateAfter,
  writeContent,
  type NotificationContent,
} from '../../src/domain/notification';

describe('内容 of a 変更届', () => {
  const name = {
    changes: [
      { item: '氏名', before: '見本 花子', after: '試作 花子' },
      { item: 'フリガナ', before: '', after: 'シサク　ハナコ' },
    ],
    note: '',
  };

  test('is a line an item that a secretary can read', () => {
    expect(writeContent('氏名', name)).toBe(
      '氏名：見本 花子 → 試作 花子\nフリガナ：（なし） → シサク　ハナコ',
    );
    expect(writeContent('休止', { changes: [], note: '海外へ転居' })).toBe('理由：海外へ転居');
    expect(writeContent('登録辞退', { changes: [], note: '' })).toBe('理由：（なし）');
    expect(writeContent('その他', { changes: [], note: '旧姓の併記' })).toBe('届出の内容：旧姓の併記');
  });

  test('keeps values with marks of the notation apart in 「」', () => {
    const odd = { changes: [{ item: '氏名', before: 'A → B', after: '「花」：子' }], note: '' };
    expect(writeContent('氏名', odd)).toBe('氏名：「A → B」 → 「「花」」：子」');
    expect(readContent('氏名', writeContent('氏名', odd))).toEqual(odd);
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom(
        '：',
        '→',
        ' → ',
        '「',
        '」',
        '\n',
        '\r',
        ' ',
        '　',
        '（なし）',
        '理由',
        'あ',
        '花',
      ),
      maxLength: 8,
    }),
  );
  const changes = fc.uniqueArray(fc.record({ item: text, before: text, after: text }), {
    selector: ({ item }) => item,
    minLength: 1,
    maxLength: 5,
  });
  const filed: fc.Arbitrary<[NotificationKind, NotificationContent]> = fc
    .constantFrom(...NOTIFICATION_KINDS)
    .chain((kind) =>
      fc.tuple(
        fc.constant(kind),
        kind === '登録辞退' || kind === '休止'
          ? fc.record({ changes: fc.constant([]), note: text })
          : kind === 'その他'
            ? fc.record({ changes, note: text })
            : fc.record({ changes, note: fc.constant('') }),
      ),
    );

  test('reads back as it was written, whatever the values are', () => {
    fc.assert(
      fc.property(filed, ([kind, content]) => {
        expect(readContent(kind, writeContent(kind, content))).toEqual(content);
      }),
      { numRuns: 1000 },
    );
  });

  test('what is read was written: any text is refused, or written again it is the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NOTIFICATION_KINDS), text, (kind, typed) => {
        const content = readContent(kind, typed);
        if (content) expect(readContent(kind, writeContent(kind, content))).toEqual(content);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['氏名', '見本 花子から試作 花子に'],
    ['氏名', '氏名:見本 花子 → 試作 花子'],
    ['氏名', '氏名：見本 花子->試作 花子'],
    ['氏名', '氏名：見本 花子 → 試作 花子 → 凡例 花子'],
    ['氏名', '氏名：見本 花子 → '],
    ['氏名', '氏名：試作 花子'],
    ['氏名', '氏名：「見本 花子 → 試作 花子'],
    ['氏名', '氏名：見本 花子 → 試作 花子\n（電話で確認）'],
    ['氏名', '氏名：見本 花子 → 試作 花子\n氏名：見本 花子 → 凡例 花子'],
    ['氏名', '氏名：見本 花子 → 試作 花子\n届出の内容：旧姓の併記'],
    ['氏名', ''],
    ['登録辞退', ''],
    ['登録辞退', '理由：転職\n理由：病気'],
    ['登録辞退', '状態：有効 → 登録抹消'],
    ['休止', '氏名：見本 花子 → 試作 花子'],
    ['その他', ''],
    ['その他', '備考：x'],
  ] as const)('%s with 「%s」 is refused, never guessed', (kind, typed) => {
    expect(readContent(kind, typed)).toBeUndefined();
  });

  test('a line break at the end of the cell does no harm', () => {
    expect(readContent('氏名', '氏名：見本 花子 → 試作 花子\n')?.changes).toHaveLength(1);
  });
});

describe('what a 変更届 has come to', () => {
  test.each([
    ['申請中', null, '申請中', true],
    ['差戻し', 1, '差戻し', true],
    ['承認', 1, '承認', false],
    ['不承認', 1, '不承認', false],
    ['取下げ', 1, '取下げ', false],
    ['取消', 1, '取消', false],
    ['承認', null, '処理中', true],
    ['差戻し', null, '処理中', true],
    ['', null, '処理中', true],
    ['ok', null, '処理中', true],
    ['申請中', 1, '処理中', false],
    ['ok', 1, '処理中', false],
  ])('%s with 確認日時 %s is %s, waiting: %s', (state, decidedAt, standing, open) => {
    expect(standingOf({ state, decidedAt })).toBe(standing);
    expect(isOpen({ state, decidedAt })).toBe(open);
  });

  test('登録辞退 and 休止 change the state of the person, the other kinds do not', () => {
    expect(stateAfter('登録辞退')).toEqual({ state: '登録抹消', stateReason: '本人の辞退' });
    expect(stateAfter('休止')).toEqual({ state: '休止', stateReason: '本人の届出' });
    expect(NOTIFICATION_KINDS.filter((kind) => stateAfter(kind))).toEqual(['登録辞退', '休止']);
  });

  test('a kind is one of the words, nothing near them', () => {
    expect(kindNamed('氏名')).toBe('氏名');
    expect(['氏 名', '', '住所等', '__proto__'].map(kindNamed)).toEqual(Array(4).fill(undefined));
  });
});
