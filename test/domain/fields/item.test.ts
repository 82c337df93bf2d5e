import fc from 'fast-check';
import { checkItem, checkItems, type EditableItem, type ItemKind } from '../../../src/domain/fields/item';

const free = { required: false, choices: ['自宅', '事業所'] };
const KINDS: readonly ItemKind[] = ['文字', 'カナ', '郵便番号', '電話', 'メール', '日付', '選択肢'];

describe('one item', () => {
  test.each([
    ['文字', ' 髙﨑濵德𠮷　', '髙﨑濵德𠮷'],
    ['文字', '１丁目２番３号', '１丁目２番３号'],
    ['文字', '=1+1', '=1+1'],
    ['文字', '＝cmd', '＝cmd'],
    ['文字', '00123', '00123'],
    ['文字', '見本市\r\n1番地', '見本市 1番地'],
    ['文字', '\ufeff葛󠄀飾区', '葛󠄀飾区'],
    ['カナ', 'たかさき', 'タカサキ'],
    ['郵便番号', '１１３００２１', '113-0021'],
    ['電話', '０３（００００）７０１１', '03-0000-7011'],
    ['電話', '(03)0000-7011', '03-0000-7011'],
    ['電話', '03 0000 7011', '03-0000-7011'],
    ['電話', '+81 3-0000-7011', '03-0000-7011'],
    ['電話', '+81(0)3-0000-7011', '03-0000-7011'],
    ['電話', '09012345678', '090-1234-5678'],
    ['電話', '0300007011', '0300007011'],
    ['電話', '03ー0000ー7011（内線１２）', '03-0000-7011 内線12'],
    ['電話', '+1 212-555-0100', '+1-212-555-0100'],
    ['メール', ' Ｔaro@Example.co.jp', 'taro@example.co.jp'],
    ['日付', '令和8年4月1日', '2026-04-01'],
    ['選択肢', ' 自宅', '自宅'],
    ['文字', '', ''],
    ['カナ', '　', ''],
  ] as const)('%s %j is stored as %j', (kind, typed, value) => {
    expect(checkItem(kind, typed, free)).toEqual({ value });
  });

  test.each([
    ['文字', 'a\u202eb', 'CONTROL_CHARACTERS'],
    ['文字', 'a\u0000b', 'CONTROL_CHARACTERS'],
    ['文字', '\ud842', 'CONTROL_CHARACTERS'],
    ['文字', 'あ'.repeat(201), 'TOO_LONG'],
    ['カナ', '高崎', 'NOT_KANA'],
    ['郵便番号', '12', 'NOT_A_POSTAL_CODE'],
    ['電話', 'なし', 'NOT_A_PHONE'],
    ['電話', '0000-7011', 'NOT_A_PHONE'],
    ['電話', '=1+1', 'NOT_A_PHONE'],
    ['メール', 'taro', 'NOT_A_MAIL'],
    ['日付', '2026-02-30', 'NOT_A_DATE'],
    ['選択肢', '隣の家', 'NOT_A_CHOICE'],
  ] as const)('%s %j is refused as %s', (kind, typed, code) => {
    expect(checkItem(kind, typed, free)).toEqual({ code });
  });

  test('a character outside the basic plane counts as one', () => {
    expect(checkItem('文字', '𠮷'.repeat(200), free)).toEqual({ value: '𠮷'.repeat(200) });
  });

  test('an empty item is refused only where it is required', () => {
    for (const kind of KINDS) {
      expect(checkItem(kind, '　 ', { ...free, required: true })).toEqual({ code: 'REQUIRED' });
      expect(checkItem(kind, ' ', free)).toEqual({ value: '' });
    }
  });

  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789０９-－ー()（）+ 　')), maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(...Array.from('あがアガｱﾞー-・ 　ゝ')), maxLength: 20 }),
  );

  test('what is stored is stored the same again, without blanks at its ends, and reads as text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), typed, fc.boolean(), (kind, text, overseas) => {
        const rule = { ...free, overseas };
        const checked = checkItem(kind, text, rule);
        if ('code' in checked) return;
        expect(checkItem(kind, checked.value, rule)).toEqual(checked);
        expect(checked.value).toBe(checked.value.replace(/^[ \u3000]+|[ \u3000]+$/g, ''));
        expect(checked.value).not.toMatch(/[\u0000-\u001f\u007f\u202a-\u202e]/);
      }),
      { numRuns: 2000 },
    );
  });

  test('width and hyphens make no difference to a postal code or a telephone number', () => {
    const digits = (length: number) =>
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: length, maxLength: length });
    const hyphen = fc.constantFrom('-', '－', 'ー', '‐', '−', '―', '–');
    const wide = (text: string) =>
      text.replace(/[0-9]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(digits(3), digits(4), hyphen, (a, b, dash) => {
        expect(checkItem('郵便番号', wide(a) + dash + b, free)).toEqual({ value: `${a}-${b}` });
        expect(checkItem('電話', `${wide(`03${dash}`)}9${a}${dash}${wide(b)}`, free)).toEqual({
          value: `03-9${a}-${b}`,
        });
      }),
    );
  });
});

describe('a form', () => {
  const item = (name: string, value: string, more: Partial<EditableItem> = {}): EditableItem => ({
    item: name,
    kind: '文字',
    required: false,
    choices: [],
    value,
    ...more,
  });
  const items = [
    item('郵便番号', '1130021', { kind: '郵便番号', required: true }),
    item('住所', '東京都文京区本駒込1-2', { required: true }),
    item('電話番号', '内線のみ', { kind: '電話' }),
    item('部署', '総務部'),
  ];
  const check = (typed: Record<string, string>, given = items) => {
    const { values, problems } = checkItems(given, typed);
    return { values: Object.fromEntries(values), problems: Object.fromEntries(problems) };
  };

  test('only real differences count', () => {
    expect(check({})).toEqual({ values: {}, problems: {} });
    expect(check({ 郵便番号: '１１３－００２１', 部署: ' 総務部 ' })).toEqual({ values: {}, problems: {} });
    expect(check({ 郵便番号: '113-0022', 部署: '' })).toEqual({
      values: { 郵便番号: '113-0022', 部署: '' },
      problems: {},
    });
  });

  test('an old slip that is left as it is stops nobody', () => {
    expect(check({ 部署: '経理部', 電話番号: '内線のみ' })).toEqual({
      values: { 部署: '経理部' },
      problems: {},
    });
  });

  test('what is not listed is left out, whatever it is called', () => {
    expect(check({ 氏名: '別人', __proto__: 'x', constructor: 'x' })).toEqual({
      values: {},
      problems: {},
    });
  });

  test('a new address needs the postal code of its country', () => {
    const abroad = items.map((each) =>
      each.item === '住所' ? { ...each, value: '1 Example St' } : { ...each, value: '' },
    );
    expect(check({ 住所: '東京都港区三田1' }, abroad).problems).toEqual({ 郵便番号: 'REQUIRED' });
    expect(check({ 住所: '2 Example St' }, abroad)).toEqual({
      values: { 住所: '2 Example St' },
      problems: {},
    });
    expect(check({ 住所: '1 Example St', 郵便番号: 'SW1A 2AA' }).values).toEqual({
      住所: '1 Example St',
      郵便番号: 'SW1A 2AA',
    });
    expect(check({ 郵便番号: 'SW1A 2AA' }).problems).toEqual({ 郵便番号: 'NOT_A_POSTAL_CODE' });
    expect(check({ 住所: '' }).problems).toEqual({ 住所: 'REQUIRED' });
  });
});
