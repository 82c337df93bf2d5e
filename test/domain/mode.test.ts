import { recipientIn, rulesOf } from '../../src/domain/mode';

describe('動作モード (product.md, Settings)', () => {
  test('in 準備 nothing leaves, nothing is recorded, nothing changes', () => {
    expect(rulesOf('準備')).toEqual({ recordAnswers: false, jobsChange: false, mail: 'nowhere' });
    expect(recipientIn('準備', 'a@example.jp', 'test@example.jp')).toBeUndefined();
  });

  test('in 試行 every mail goes to 試行宛先 or nowhere, and jobs only list', () => {
    expect(rulesOf('試行')).toMatchObject({ recordAnswers: true, jobsChange: false });
    expect(recipientIn('試行', 'a@example.jp', ' Test@example.jp')).toBe('test@example.jp');
    expect(recipientIn('試行', 'a@example.jp', '')).toBeUndefined();
  });

  test('in 本番 mail goes to the person, if the address is one', () => {
    expect(rulesOf('本番')).toEqual({ recordAnswers: true, jobsChange: true, mail: 'person' });
    expect(recipientIn('本番', 'a@example.jp', 'test@example.jp')).toBe('a@example.jp');
    expect(recipientIn('本番', 'なし', '')).toBeUndefined();
  });
});
