/**
 * Who of an imported list is which registrant (facts/office.md A17, facts/domain.md D1: never by kanji alone).
 * attendanceMatcher(given) → (row) => {result, number, candidates, event} in the order of the rows ·
 * rememberedKey(row): under which a person's choice for a name is kept
 */
import { daysOverlap, findEvent, sameActivity, type AssociationEvent } from './activity';
import type { AttendanceRow } from './fields/attendance-list';
import { numberKey, numberText } from './fields/number';
import { toPlain } from './fields/width';
import { kanaKey } from './kana-key';
import type { Attendance } from './match-attendance';
import { nameKey } from './name';
import { periodContaining, type Period } from './period';

/** Result of one row of a list; 登録者以外 are counted and not stored: they are other people's data. */
export type ImportResult = '一致' | '候補' | '登録者以外' | '重複' | '期間外' | '欠席';

/** What the import needs to know of a registrant. */
export interface ImportRegistrant {
  number: string;
  /** The name of today and former ones. */
  names: readonly string[];
  kana: string;
  birthDate: string;
  /** Empty while no period is known: then no day lies outside. */
  periods: readonly Period[];
}

export interface ImportGiven {
  registrants: readonly ImportRegistrant[];
  /** 受講履歴 as it is. */
  attendance: readonly Attendance[];
  events: readonly AssociationEvent[];
  /** A person's earlier choices: rememberedKey → 登録番号, `''` for somebody who is no registrant. */
  remembered: ReadonlyMap<string, string>;
}

/** A registrant the row may be, and which of its items are the same. */
export interface ImportCandidate {
  number: string;
  same: { number: boolean; name: boolean; kana: boolean; birthDate: boolean };
  /** The number, or where none is given the birth date, agrees with the name or the kana. */
  sure: boolean;
}

/** What became of a row; `number` is `''` unless it is known whose it is. */
export interface MatchedRow {
  result: ImportResult;
  number: string;
  candidates: ImportCandidate[];
  /** The event of 行事 that is meant, whose 区分, 主催 and code go into 受講履歴. */
  event: AssociationEvent | null;
  /** 記録番号 of the row held already whose 出欠 this one corrects, else `''`. */
  corrects: string;
}

/** Key of a name as a list writes it, with its kana: the same person's name is written so again. */
export function rememberedKey({ name, kana }: Pick<AttendanceRow, 'name' | 'kana'>): string {
  return `${nameKey(name)}/${kanaKey(kana)}`;
}

/**
 * Matches the rows of one list, called once a row in their order: what is held with the same 出欠 is 重複, with another it is
 * corrected; a person who comes twice in the list is 重複 the second time. Rows with cells nobody can read are not for it;
 * 行事 chosen for the whole list is filled into the rows before.
 */
export function attendanceMatcher(given: ImportGiven): (row: AttendanceRow) => MatchedRow {
  const index = indexOf(given.registrants);
  const held = new Map<string, Held[]>();
  const hold = (key: string, row: Held) => {
    held.set(key, [...(held.get(key) ?? []), row]);
  };
  for (const row of given.attendance)
    hold(holderOf(row.number, row), { ...row, presence: toPlain(row.presence) || '出席' });
  return (row) => {
    const event = findEvent(given.events, { ...row, endedOn: '' }) ?? null;
    const { number, candidates } = whose(row, index, given.remembered);
    const activity = {
      eventCode: row.eventCode || (event?.eventCode ?? ''),
      title: row.title || (event?.title ?? ''),
      attendedOn: row.attendedOn || (event?.endsOn ?? '') || (event?.startsOn ?? ''),
    };
    const key = holderOf(number, row);
    const alike = (held.get(key) ?? []).filter(
      (other) => sameActivity(activity, other) && onOneDay(activity, other),
    );
    const before = alike.find(({ presence }) => presence === row.presence) ?? alike[0];
    const isSame = before !== undefined && (before.presence === row.presence || before.record === '');
    const corrects = isSame ? '' : (before?.record ?? '');
    const done = (result: ImportResult): MatchedRow => ({ result, number, candidates, event, corrects });
    const isStranger = number === '' && candidates.length === 0;
    if (isStranger) return { ...done(row.presence === '欠席' ? '欠席' : '登録者以外'), corrects: '' };
    // Each held row answers one of the list: of two people of one name neither is the other's 重複.
    if (before)
      held.set(
        key,
        (held.get(key) ?? []).filter((other) => other !== before),
      );
    if (number !== '') hold(key, { ...activity, presence: row.presence, record: '' });
    if (isSame) return done('重複');
    if (row.presence === '欠席') return done('欠席');
    if (number === '') return done('候補');
    const periods = index.byNumber.get(numberKey(number))?.find((each) => each.number === number)?.periods;
    const isOutside = periods && periods.length > 0 && !periodContaining(periods, activity.attendedOn);
    return done(isOutside ? '期間外' : '一致');
  };
}

/** What is held of somebody; `record` is `''` of what this list itself brings. */
type Held = Pick<Attendance, 'eventCode' | 'title' | 'attendedOn' | 'presence' | 'record'>;

/** Under whom a row is held: the number, and of a 候補 the name as the list writes it. */
function holderOf(number: string, row: Pick<AttendanceRow, 'name' | 'kana'>): string {
  return number === '' ? `/${rememberedKey(row)}` : numberKey(number);
}

function onOneDay(a: { attendedOn: string }, b: { attendedOn: string }): boolean {
  return daysOverlap({ ...a, endedOn: '' }, { ...b, endedOn: '' });
}

interface Index {
  byNumber: ReadonlyMap<string, ImportRegistrant[]>;
  byName: ReadonlyMap<string, ImportRegistrant[]>;
  byKana: ReadonlyMap<string, ImportRegistrant[]>;
}

function indexOf(registrants: readonly ImportRegistrant[]): Index {
  const by = (keys: (each: ImportRegistrant) => string[]) => {
    const map = new Map<string, ImportRegistrant[]>();
    for (const each of registrants)
      for (const key of new Set(keys(each))) if (key !== '') map.set(key, [...(map.get(key) ?? []), each]);
    return map;
  };
  return {
    byNumber: by(({ number }) => [numberKey(number)]),
    byName: by(({ names }) => names.map(nameKey)),
    byKana: by(({ kana }) => [kanaKey(kana)]),
  };
}

/**
 * Known for sure: the number with the name or the kana; the birth date with the name or the kana; what a person chose before
 * for this name. Everybody else who shares the number, the name or the kana, and no other birth date, is a candidate.
 */
function whose(
  row: AttendanceRow,
  index: Index,
  remembered: ReadonlyMap<string, string>,
): { number: string; candidates: ImportCandidate[] } {
  const name = nameKey(row.name);
  const kana = kanaKey(row.kana);
  const key = numberKey(row.number);
  const alike = index.byNumber.get(key) ?? [];
  const exact = alike.filter(({ number }) => numberText(number) === numberText(row.number));
  const numbered = exact.length > 0 ? exact : alike;
  const isSure = ({ number, name, kana, birthDate }: ImportCandidate['same']) =>
    (name || kana) && (number || (birthDate && key === ''));
  const people = new Set([...numbered, ...(index.byName.get(name) ?? []), ...(index.byKana.get(kana) ?? [])]);
  const candidates = [...people].flatMap((person): ImportCandidate[] => {
    const same = {
      number: numbered.includes(person),
      name: name !== '' && person.names.some((each) => nameKey(each) === name),
      kana: kana !== '' && kanaKey(person.kana) === kana,
      birthDate: row.birthDate !== '' && row.birthDate === person.birthDate,
    };
    const otherBirth = row.birthDate !== '' && person.birthDate !== '' && !same.birthDate;
    return otherBirth && !same.number
      ? []
      : [{ number: person.number, same, sure: !otherBirth && isSure(same) }];
  });
  const found = (person: ImportCandidate | undefined) =>
    person ? { number: person.number, candidates: [] } : { number: '', candidates };
  const sure = candidates.filter((each) => each.sure);
  if (sure.length > 0) return found(sure.length === 1 ? sure[0] : undefined);
  const chosen = remembered.get(rememberedKey(row));
  if (chosen === undefined) return found(undefined);
  if (numbered.length === 0 && chosen === '') return { number: '', candidates: [] };
  const among = candidates.find(
    ({ number, same }) => number === chosen && (numbered.length === 0 || same.number),
  );
  if (among || numbered.length > 0 || name === '') return found(among);
  // Somebody whom neither name nor kana suggests: a person typed the number for this name.
  const typed = index.byNumber.get(numberKey(chosen))?.find(({ number }) => number === chosen);
  const otherBirth =
    row.birthDate !== '' && typed && typed.birthDate !== '' && typed.birthDate !== row.birthDate;
  return typed && !otherBirth ? { number: typed.number, candidates: [] } : found(undefined);
}
