import { isDay, parseDay } from './fields/date';
import { isMailAddress, isSharedMailbox, nearMissDomain, normalizeMail } from './fields/mail';
import { numberKey, numberText } from './fields/number';
import { phoneKey } from './fields/phone';
import { sameName } from './name';
import { mayLogIn, type Registrant } from './registrant';

/** One response of 連絡先記入フォーム, its questions already mapped; texts as typed. */
export interface FormAnswer {
  responseId: string;
  /** epoch ms */
  receivedAt: number;
  number: string;
  name: string;
  birthDate?: string;
  mail: string;
  mailAgain?: string;
  phone?: string;
  /** Every answer by the title of its question. */
  all: Readonly<Record<string, string>>;
}

/** 照合結果, in the order in which they are given when several apply (details.md). */
export const MATCH_RESULTS = [
  '開始前',
  '重複',
  '番号なし',
  '登録抹消・停止',
  '氏名不一致',
  '生年月日不一致',
  '照合項目不足',
  '別のアドレス登録済',
  'ほかの登録者と同じアドレス',
  '共用アドレス',
  '一致',
] as const;
export type MatchResult = (typeof MATCH_RESULTS)[number];

/** 状態 that judging gives; 送付済 comes with sending, and with finding that it was sent. */
export type AnswerState = '送付待ち' | '送付済' | '要確認' | '送付しない' | '重複' | '開始前';

/** What a person should know besides the result. */
export type MatchNote =
  | 'MAILS_DIFFER'
  | 'NEAR_MISS_DOMAIN'
  | 'NOT_A_MAIL'
  | 'PHONE_DIFFERS'
  | 'NO_BIRTH_DATE_ON_FILE'
  | 'BIRTH_DATE_NOT_READABLE'
  | 'NUMBER_TWICE'
  | 'MANY_WRONG_BIRTH_DATES'
  | 'CORRECTS_EARLIER'
  | 'MANY_ANSWERS'
  | 'ROW_WAS_GONE'
  | 'MAIL_WAS_MADE';

export interface JudgeInput {
  answer: FormAnswer;
  /** フォーム取扱開始日時, epoch ms: earlier answers are 開始前. */
  openedAt: number;
  /** Registrants whose number has the same key: none, one or several. */
  registrants: readonly Registrant[];
  /** Whoever has the same address: in the ledger, or in an answer of another number that waits or was served. */
  others: readonly { number: string; mail: string }[];
  /** Earlier responses with the same number key. */
  earlier: readonly {
    responseId: string;
    receivedAt: number;
    mail: string;
    result: string;
    state: string;
  }[];
  /** There are more earlier responses than `earlier` holds: a person must look. */
  moreEarlier: boolean;
  /**
   * Mails about this very response that are on record, because its row was there once and has been deleted: its password
   * was sent, or some mail was made.
   */
  told: 'sent' | 'made' | undefined;
  settings: {
    /** 自動送付の照合項目; なし = nothing is sent without a person. */
    item: '生年月日' | '電話番号' | 'なし';
    sharedMailboxes: readonly string[];
    /** 初回の生年月日確認 */
    firstBirthDateCheck: boolean;
  };
}

export interface Judgement {
  result: MatchResult;
  state: AnswerState;
  /** Send the password without a person. */
  send: boolean;
  /** Tell the address on file, naming neither the new address nor the number. */
  noticeToOld: boolean;
  notes: MatchNote[];
  /** The registrant meant, where one is. */
  registrant?: Registrant;
}

const DAY_MS = 24 * 3600 * 1000;
/** So many wrong birth dates for one number (by whatever address) and a person must look: they may be guesses. */
const WRONG_BIRTH_DATES = 3;

/**
 * Judges a form answer (product.md "The form and identity", order of details.md). Nothing is sent unless number, name,
 * the 照合項目 and the address all fit. An address that cannot be right (two that differ, a slip in the domain, no
 * address at all) never goes out by itself: where all else fits it is 要確認 as 照合項目不足, with a note saying why.
 */
export function judgeFormAnswer(input: JudgeInput): Judgement {
  const { answer, earlier } = input;
  if (answer.receivedAt < input.openedAt) return given('開始前', '開始前', []);
  const judged = matched(input);
  // Nobody is told twice, and a second password would take the place of the one that was sent.
  if (input.told === 'sent') return { ...judged, ...given(judged.result, '送付済', ['ROW_WAS_GONE']) };
  if (input.told === 'made') {
    const result = judged.send ? '照合項目不足' : judged.result;
    return { ...judged, ...given(result, '要確認', [...judged.notes, 'ROW_WAS_GONE', 'MAIL_WAS_MADE']) };
  }
  const mail = normalizeMail(answer.mail);
  const before = earlier.filter((each) => isSameSoonBefore(each, answer, mail));
  if (before.length > 0) {
    // A corrected answer is a duplicate too, or guessing would be free; the note shows it to whoever has the first one.
    const corrects = judged.send && before.some((each) => each.state === '要確認');
    return {
      ...judged,
      ...given('重複', '重複', corrects ? ['CORRECTS_EARLIER'] : []),
    };
  }
  if (judged.send && input.moreEarlier) {
    return { ...judged, ...given('照合項目不足', '要確認', ['MANY_ANSWERS']) };
  }
  const guesses = earlier.filter(
    (each) => each.result === '生年月日不一致' && each.state !== '開始前',
  ).length;
  if (judged.send && guesses >= WRONG_BIRTH_DATES) {
    return {
      ...judged,
      ...given('生年月日不一致', '要確認', ['MANY_WRONG_BIRTH_DATES']),
    };
  }
  return judged;
}

function isSameSoonBefore(earlier: JudgeInput['earlier'][number], answer: FormAnswer, mail: string): boolean {
  return (
    earlier.responseId !== answer.responseId &&
    earlier.state !== '開始前' &&
    earlier.receivedAt <= answer.receivedAt &&
    answer.receivedAt - earlier.receivedAt < DAY_MS &&
    normalizeMail(earlier.mail) === mail
  );
}

function matched(input: JudgeInput): Judgement {
  const { answer, registrants, settings } = input;
  const registrant = chosen(answer.number, registrants);
  if (!registrant) return given('番号なし', '要確認', registrants.length > 1 ? ['NUMBER_TWICE'] : []);
  const found = (result: MatchResult, notes: MatchNote[] = []): Judgement => ({
    ...given(result, '要確認', notes),
    registrant,
  });
  if (!mayLogIn(registrant)) return found('登録抹消・停止');
  if (!sameName(answer.name, registrant.name)) return found('氏名不一致');
  const item = itemResult(answer, registrant, settings);
  if (item) return found(item.result, item.notes);

  const mail = normalizeMail(answer.mail);
  const doubts = mailDoubts(answer, mail);
  const onFile = normalizeMail(registrant.mail);
  if (onFile !== '' && onFile !== mail) {
    return { ...found('別のアドレス登録済', doubts), noticeToOld: isMailAddress(onFile) };
  }
  const own = numberText(registrant.number);
  const elsewhere = input.others.some(
    (other) => numberText(other.number) !== own && normalizeMail(other.mail) === mail,
  );
  if (elsewhere) return found('ほかの登録者と同じアドレス', doubts);
  if (isSharedMailbox(mail, settings.sharedMailboxes)) return found('共用アドレス', doubts);
  if (doubts.length > 0) return found('照合項目不足', doubts);
  return {
    result: '一致',
    state: '送付待ち',
    send: true,
    noticeToOld: false,
    notes: [],
    registrant,
  };
}

/** Of several numbers that differ by leading zeros or hyphens only, the one typed exactly so; else nobody. */
function chosen(typed: string, registrants: readonly Registrant[]): Registrant | undefined {
  const key = numberKey(typed);
  const candidates = registrants.filter((each) => key !== '' && numberKey(each.number) === key);
  if (candidates.length <= 1) return candidates[0];
  const exact = candidates.filter((each) => numberText(each.number) === numberText(typed));
  const digits = candidates.filter((each) => unhyphened(each.number) === unhyphened(typed));
  return only(exact) ?? only(digits);
}

function unhyphened(number: string): string {
  return numberText(number).replace(/-/g, '');
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function itemResult(
  answer: FormAnswer,
  registrant: Registrant,
  settings: JudgeInput['settings'],
): { result: MatchResult; notes: MatchNote[] } | undefined {
  const typed = (answer.birthDate ?? '').trim();
  const born = parseDay(typed);
  const onFile = isDay(registrant.birthDate) ? registrant.birthDate : '';
  if (born !== undefined && onFile !== '' && born !== onFile) return { result: '生年月日不一致', notes: [] };

  const lacking = (...notes: MatchNote[]) => ({
    result: '照合項目不足' as const,
    notes,
  });
  // The first login would ask for what the ledger does not hold: the password could not be used.
  if (onFile === '' && (settings.firstBirthDateCheck || settings.item === '生年月日')) {
    return lacking('NO_BIRTH_DATE_ON_FILE');
  }
  if (settings.item === 'なし') return lacking();
  if (settings.item === '生年月日') {
    if (born === undefined) return lacking(...(typed === '' ? [] : (['BIRTH_DATE_NOT_READABLE'] as const)));
    return undefined;
  }
  const phone = phoneKey(answer.phone ?? '');
  const known = [registrant.phone, registrant.mobile].map(phoneKey).filter((key) => key !== '');
  if (phone === '' || known.length === 0) return lacking();
  return known.includes(phone) ? undefined : lacking('PHONE_DIFFERS');
}

function mailDoubts(answer: FormAnswer, mail: string): MatchNote[] {
  const again = normalizeMail(answer.mailAgain ?? '');
  const notes: MatchNote[] = [];
  if (!isMailAddress(mail)) notes.push('NOT_A_MAIL');
  if (again !== '' && again !== mail) notes.push('MAILS_DIFFER');
  if (nearMissDomain(mail) !== undefined) notes.push('NEAR_MISS_DOMAIN');
  return notes;
}

function given(result: MatchResult, state: AnswerState, notes: MatchNote[]): Judgement {
  return { result, state, send: false, noticeToOld: false, notes };
}
