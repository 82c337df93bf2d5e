import fc from 'fast-check';
import {
  changeState,
  correctionDeadline,
  mayBecome,
  standingOf,
  type ApplicationKind,
  type ApplicationState,
  type StateCells,
} from '../../src/domain/application-state';
import { DomainError } from '../../src/domain/errors';

const fresh = { state: '申請中', decidedAt: null, fixBy: '' };
const freshRenewal = { ...fresh, resolvedOn: '' };

describe('the state in force (product.md: a decision exists where 状態 and 確認日時 stand)', () => {
  test.each([
    ['申請中', null, '', '申請中', undefined],
    ['', null, '', '申請中', undefined],
    ['承認', null, '', '申請中', '承認'],
    ['承認', 1, '', '承認', undefined],
    ['承 認', null, '', '申請中', '承 認'],
    ['不承認', 1, '', '不承認', undefined],
    ['差戻し', null, '', '申請中', '差戻し'],
    ['差戻し', null, '2026-12-04', '差戻し', undefined],
    ['差戻し', 1, '2026-12-04', '差戻し', undefined],
    ['差戻し', 1, '', '差戻し', undefined],
    ['承認', 1, '2026-12-04', '承認', undefined],
    ['申請中', null, '2026-12-04', '差戻し', '申請中'],
    ['承認', null, '2026-12-04', '差戻し', '承認'],
    ['取下げ', 1, '', '取下げ', undefined],
    ['取消', 1, '', '取消', undefined],
    ['完了', 1, '', '申請中', '完了'],
  ])('%s, 確認日時 %s, 補正期限 %s: %s', (state, decidedAt, fixBy, inForce, wish) => {
    expect(standingOf({ state, decidedAt, fixBy })).toEqual(
      wish === undefined ? { state: inForce } : { state: inForce, wish },
    );
  });

  test('of a renewal that is 確認済 needs 決裁日 to be decided', () => {
    const confirmed = { state: '確認済', decidedAt: 1, fixBy: '', resolvedOn: '' };
    expect(standingOf(confirmed)).toEqual({ state: '確認済' });
    expect(standingOf({ ...confirmed, state: '確認済（決裁待ち）' })).toEqual({ state: '確認済' });
    expect(standingOf({ ...confirmed, state: '差戻し' })).toEqual({ state: '確認済', wish: '差戻し' });
    expect(standingOf({ ...confirmed, state: '承認' })).toEqual({ state: '確認済', wish: '承認' });
    expect(standingOf({ ...confirmed, state: '承認', resolvedOn: '2026-12-01' })).toEqual({ state: '承認' });
  });

  test('of a 変更届, which has no 補正期限, is told by 確認日時', () => {
    expect(standingOf({ state: '差戻し', decidedAt: 1 })).toEqual({ state: '差戻し' });
    expect(standingOf({ state: '差戻し', decidedAt: null })).toEqual({ state: '申請中', wish: '差戻し' });
  });
});

describe('who may do what', () => {
  const office = (kind: ApplicationKind, from: ApplicationState, useDecision = true) =>
    mayBecome(kind, from, '事務局', useDecision);

  test('a person takes back what is not decided, and corrects what was returned', () => {
    const person = (from: ApplicationState) => mayBecome('ポイント', from, '本人', true);
    expect(person('申請中')).toEqual(['取下げ']);
    expect(person('差戻し')).toEqual(['申請中', '取下げ']);
    expect(mayBecome('更新申請', '確認済', '本人', true)).toEqual(['取下げ']);
    for (const ended of ['承認', '不承認', '取下げ', '取消'] as const) expect(person(ended)).toEqual([]);
  });

  test('the office decides ポイント at once, and 更新申請 in two steps with 決裁を使う', () => {
    expect(office('ポイント', '申請中')).toEqual(['承認', '差戻し', '不承認', '取下げ']);
    expect(office('更新申請', '申請中')).toEqual(['確認済', '差戻し', '取下げ']);
    expect(office('更新申請', '確認済')).toEqual(expect.arrayContaining(['承認', '不承認']));
    expect(office('更新申請', '申請中', false)).toEqual(['承認', '差戻し', '不承認', '取下げ']);
    expect(office('更新申請', '確認済', false)).toEqual(expect.arrayContaining(['承認', '不承認']));
  });

  test('what was returned is never approved before it was corrected', () => {
    for (const kind of ['ポイント', '更新申請'] as const)
      expect(office(kind, '差戻し')).toEqual(['申請中', '不承認', '取下げ']);
  });

  test('a decision can be taken back, and opened again; a withdrawal is the end', () => {
    expect(office('ポイント', '承認')).toEqual(['取消']);
    expect(office('更新申請', '不承認')).toEqual(['取消']);
    expect(office('更新申請', '取消')).toEqual(['申請中']);
    expect(office('更新申請', '取下げ')).toEqual([]);
  });
});

describe('changing a state', () => {
  const by = { who: '事務局', at: 5, by: '佐藤' } as const;

  test('writes what the state needs to be in force, and never 受付番号 or the day it was applied for', () => {
    expect(changeState('ポイント', fresh, { ...by, to: '承認', reason: '' }, true)).toEqual({
      state: '承認',
      decidedAt: 5,
      decidedBy: '佐藤',
      reason: '',
      fixBy: '',
    });
    const change = { ...by, to: '差戻し', reason: '写真が読めません', fixBy: '2026-12-04' } as const;
    expect(changeState('ポイント', fresh, change, true)).toEqual({
      state: '差戻し',
      decidedAt: null,
      decidedBy: '佐藤',
      reason: '写真が読めません',
      fixBy: '2026-12-04',
    });
    expect(
      changeState(
        'ポイント',
        { ...fresh, state: '差戻し', fixBy: '2026-12-04' },
        { to: '申請中', who: '本人', at: 6, by: '' },
        true,
      ),
    ).toEqual({ state: '申請中', decidedAt: null, decidedBy: '', reason: '', fixBy: '' });
  });

  test('a renewal is confirmed, then decided with 決裁日, which stays when it is taken back', () => {
    const confirmed = changeState('更新申請', freshRenewal, { ...by, to: '確認済' }, true);
    expect(confirmed).toMatchObject({ state: '確認済', decidedAt: 5, resolvedOn: '' });
    const row = { ...freshRenewal, ...confirmed };
    const change = { ...by, to: '承認', resolvedOn: '2026-12-01' } as const;
    const approved = changeState('更新申請', row, change, true);
    expect(approved).toMatchObject({ state: '承認', resolvedOn: '2026-12-01' });
    expect(() => changeState('更新申請', row, { ...by, to: '承認' }, true)).toThrow(RangeError);
    expect(changeState('更新申請', { ...row, ...approved }, { ...by, to: '取消' }, true)).not.toHaveProperty(
      'resolvedOn',
    );
  });

  test('is refused where somebody was faster, or it is not allowed', () => {
    const decided = { ...fresh, state: '承認', decidedAt: 1 };
    const refuse = () => changeState('ポイント', decided, { ...by, to: '不承認' }, true);
    expect(refuse).toThrow(DomainError);
    expect(refuse).toThrow(/NOT_FROM_STATE state=承認 to=不承認/);
    expect(() => changeState('ポイント', fresh, { to: '承認', who: '本人', at: 1, by: '' }, true)).toThrow(
      DomainError,
    );
  });

  test('whatever was written is in force, and only allowed steps lead there', () => {
    const states = ['申請中', '差戻し', '確認済', '承認', '不承認', '取下げ', '取消'] as const;
    const kinds = ['ポイント', '更新申請', '変更届'] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.boolean(),
        fc.array(fc.tuple(fc.constantFrom(...states), fc.constantFrom('本人', '事務局')), { maxLength: 8 }),
        (kind, useDecision, steps) => {
          let row: StateCells =
            kind === '変更届'
              ? { state: '申請中', decidedAt: null }
              : kind === 'ポイント'
                ? fresh
                : freshRenewal;
          for (const [to, who] of steps) {
            const from = standingOf(row).state;
            const change = { to, who, at: 9, by: '佐藤', fixBy: '2026-12-04', resolvedOn: '2026-12-01' };
            if (!mayBecome(kind, from, who, useDecision).includes(to)) {
              expect(() => changeState(kind, row, change, useDecision)).toThrow('NOT_FROM_STATE');
              continue;
            }
            row = { ...row, ...changeState(kind, row, change, useDecision) };
            expect(standingOf(row)).toEqual({ state: to });
          }
        },
      ),
    );
  });
});

test('補正期限 is so many days after the return', () => {
  expect(correctionDeadline('2026-11-20', 14)).toBe('2026-12-04');
});
