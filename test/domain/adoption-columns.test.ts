import { adoptRow } from '../../src/domain/adoption';

test('備考 takes several columns of the old table when a person says so', () => {
  const mapping = [
    { header: '番号', column: '登録番号' },
    { header: 'お名前', column: '氏名' },
    { header: '許可番号', column: '備考' },
    { header: 'メモ', column: '備考' },
  ];
  const { values } = adoptRow(['00123', '見本', '13-ユ-000001', '電話が長い方'], mapping);
  expect(values['備考']).toBe('13-ユ-000001／電話が長い方');
});
