import { mayLogIn, validityOn } from '../../src/domain/registrant';
import { registrant } from './people';

describe('a registrant (product.md, Rules)', () => {
  test.each(['有効', '休止', '失効', ''])('in state %j My Page stays readable', (state) => {
    expect(mayLogIn(registrant({ state }))).toBe(true);
  });

  test.each([
    { state: '登録抹消' },
    { state: '取消' },
    { state: '死亡' },
    { stateReason: '死亡' },
    { mypage: '停止' },
  ])('%j stops the login', (changes) => {
    expect(mayLogIn(registrant(changes))).toBe(false);
  });

  test('the last day counts, the day after is 満了 until a person confirms the lapse', () => {
    const validity = { start: '2022-04-01', end: '2027-03-31', state: '有効' };
    expect(validityOn(validity, '2026-11-20')).toEqual({ state: '有効', daysLeft: 131 });
    expect(validityOn(validity, '2027-03-31')).toEqual({ state: '有効', daysLeft: 0 });
    expect(validityOn(validity, '2027-04-01')).toEqual({ state: '満了', daysLeft: -1 });
  });

  test('a state that is written down goes before the dates', () => {
    const of = (state: string, end = '2027-03-31') =>
      validityOn({ start: '', end, state }, '2026-11-20').state;
    expect(of('休止')).toBe('休止');
    expect(of('失効')).toBe('失効');
    expect(of('取消')).toBe('失効');
    expect(of('', '2020-03-31')).toBe('満了');
  });

  test('an end that is not known, or a start yet to come, is 不明', () => {
    expect(validityOn({ start: '', end: '', state: '有効' }, '2026-11-20')).toEqual({
      state: '不明',
      daysLeft: null,
    });
    expect(validityOn({ start: '2027-01-01', end: '2031-12-31', state: '' }, '2026-11-20').state).toBe(
      '不明',
    );
  });
});
