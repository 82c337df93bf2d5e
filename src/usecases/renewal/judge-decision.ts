/** One decision about one application: what it writes, or why it is left as it is. */
import { changeState, correctionDeadline, type StateWrites } from '../../domain/application-state';
import { DomainError } from '../../domain/errors';
import { dayOfInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import type { ReadRow } from '../../sheets/row';
import type { renewals, RowOf } from '../../sheets/schema';
import type { KnownPerson } from '../points/known-people';
import type { Rules } from '../installation/rules';
import { figureCells, inForceRenewal, judgeRenewal, spell, type Judged } from './judge';
import type { RenewalGround } from './renewal-ground';

export type RenewalDecision = '確認済' | '承認' | '不承認' | '差戻し' | '取消' | '申請中' | '取下げ';
export type RenewalSkip = 'NOT_FOUND' | 'DECIDED' | 'NO_PERSON' | 'UNMET' | 'BARRED' | 'NO_REASON';

/** What is said with a decision. */
export interface RenewalWords {
  decision: RenewalDecision;
  resolvedOn?: string | undefined;
  resolution?: string | undefined;
  reason?: string | undefined;
  request?: string | undefined;
  fixBy?: string | undefined;
  exception?: { kind: '要件不足' | '期限後'; reason: string } | undefined;
}

export interface RenewalWrite {
  row: ReadRow<typeof renewals>;
  person: KnownPerson;
  judged: Judged | undefined;
  /** State before. */
  from: string;
  set: Partial<RowOf<typeof renewals>>;
  words: RenewalWords;
  /** A word somebody had typed that this decision replaces. */
  replaced: string | undefined;
}

export type RenewalJudgement =
  | { skip: RenewalSkip; state: string; name: string; spelled: string[] }
  | { skip?: undefined; write: RenewalWrite };

/** Judges again by the rows: somebody may have been faster, or a point have been taken back. */
export function judgeDecision(
  receipt: string,
  words: RenewalWords,
  by: string,
  ground: RenewalGround,
  rules: Rules,
): RenewalJudgement {
  const row = ground.rows.get(receipt);
  const person = row && ground.people.get(row.values.number);
  const skip = (why: RenewalSkip, state = '', spelled: string[] = []): RenewalJudgement => ({
    ...{ skip: why, state, spelled },
    name: row?.values.name ?? '',
  });
  if (!row) return skip('NOT_FOUND');
  if (!person) return skip('NO_PERSON', row.values.state);
  const { values, wish } = inForceRenewal(row.values, person.summary);
  const { decision, reason = '', request = '', exception } = words;
  const writes = allowed(values, words, by, rules);
  if (!writes) return skip('DECIDED', values.state);
  if (['差戻し', '不承認', '取消'].includes(decision) && reason === '')
    return skip('NO_REASON', values.state);
  const goesOn = decision === '確認済' || decision === '承認';
  const judged = judgeRenewal(ground.renewer(person), values.receivedOn, rules, values);
  const elsewhere = judged?.obstacles.filter((each) => each !== 'STATE') ?? [];
  if (judged && decision === '申請中' && values.state === '取消' && elsewhere.length > 0)
    return skip('BARRED', values.state, spell({ ...judged, unmet: [], obstacles: elsewhere }));
  if (goesOn && (!judged || judged.obstacles.length > 0)) return skip('BARRED', values.state, spell(judged));
  const unmet = judged?.unmet ?? [];
  // 特例 without its reason is none, whoever typed it where (product.md, Rules).
  const special = [exception, { kind: values.exception, reason: values.exceptionReason }].find(
    (each) => each && each.kind !== '' && each.reason.trim() !== '',
  );
  if (goesOn && unmet.length > 0 && !special) return skip('UNMET', values.state, spell(judged));
  const resolution = words.resolution || values.resolution;
  // 特例 is never silent: its reason and 決裁番号 stand beside it (product.md, Rules).
  if (decision === '承認' && unmet.length > 0 && resolution === '')
    return skip('NO_REASON', values.state, ['特例の承認には、決裁番号が必要です。', ...spell(judged)]);
  return {
    write: {
      ...{ row, person, judged, words, from: values.state },
      set: {
        ...writes,
        reason: [reason, request].filter((text) => text !== '').join('　'),
        resolution,
        ...(goesOn && judged ? figureCells(judged) : {}),
        ...(goesOn && unmet.length > 0 && special
          ? { exception: special.kind, exceptionReason: special.reason }
          : {}),
      },
      replaced: wish !== undefined && wish !== decision ? wish : undefined,
    },
  };
}

function allowed(
  values: RowOf<typeof renewals>,
  { decision, resolvedOn, fixBy }: RenewalWords,
  by: string,
  { settings }: Rules,
): StateWrites | undefined {
  const today = dayOfInstant(now());
  const change = {
    ...({ to: decision, who: '事務局', at: now(), by } as const),
    fixBy: decision === '差戻し' ? fixBy || correctionDeadline(today, settings.correctionDays) : '',
    resolvedOn: resolvedOn || today,
  };
  try {
    return changeState('更新申請', values, change, settings.useDecision);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FROM_STATE') return undefined;
    throw error;
  }
}
