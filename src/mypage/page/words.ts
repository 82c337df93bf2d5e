/** The sentences of My Page: what to do, never a code. */
import type { MypageFieldCode, Office } from '../../contract/mypage';
import { instantOfIso, writeInstant } from '../../domain/fields/instant';
import type { Refusal } from './server';

/** What stands in the box above a form: one line, and lines below it. */
export interface Saying {
  title: string;
  lines: string[];
}

/** 「お電話でもご案内します：…」; nothing while the office is not known. */
export function phoneLine(office: Office | undefined, before: string): string[] {
  if (!office?.phone) return [];
  return [`${before}${office.phone}${office.hours && `（${office.hours}）`}`];
}

/** The sentence for every refusal that is not about one form alone. */
export function sayRefusal({ code, until }: Refusal, office: Office | undefined, now: number): Saying {
  switch (code) {
    case 'WAIT':
      return { title: waitSentence(until, now), lines: phoneLine(office, 'お急ぎの方は、お電話ください：') };
    case 'STOPPED':
      return {
        title: 'ただいま、マイページの受付を止めています。',
        lines: [
          '入力はそのままです。しばらくたってから、もう一度お試しください。',
          ...phoneLine(office, 'お電話：'),
        ],
      };
    case 'BUSY':
      return {
        title: '混み合っています。入力はそのままです。',
        lines: ['少し待ってから、もう一度押してください。'],
      };
    case 'LEDGER_UNDER_REPAIR':
      return {
        title: '事務局で台帳を直しています。入力はそのままです。',
        lines: [
          'しばらくしてから、もう一度押してください。',
          ...phoneLine(office, 'お急ぎの方は、お電話ください：'),
        ],
      };
    case 'NO_ANSWER':
      return {
        title: '通信がとぎれました。入力はそのままです。',
        lines: ['電波の状態をお確かめのうえ、もう一度押してください。二重に送られることはありません。'],
      };
    case 'INVALID':
      return {
        title: '入力の内容をお確かめください。',
        lines: until === undefined ? [] : [waitSentence(until, now)],
      };
    case 'OPEN_ALREADY':
      return {
        title: '同じ種類の届出が、まだ終わっていません。',
        lines: [
          '「台帳」の「届出の状況」をご覧ください。直すときは、その届出を取り下げてから届け出てください。',
        ],
      };
    case 'NOT_OPEN':
      return {
        title: 'この届出は、もう終わっています。',
        lines: ['「台帳」の「届出の状況」で、結果をご覧ください。'],
      };
    default:
      return {
        title: 'うまくいきませんでした。入力はそのままです。',
        lines: [
          '少し待ってから、もう一度押してください。',
          ...phoneLine(office, '何度も続くときは、お手数ですがお電話ください：'),
        ],
      };
  }
}

/** The login failed: what to check (facts/office.md F), and until when to wait if this try was one too many. */
export function sayLoginFailed(
  { until }: Refusal,
  numberLabel: string,
  office: Office | undefined,
  now: number,
): Saying {
  return {
    title: `${numberLabel}かパスワードが違うようです。次の3つをお確かめください。`,
    lines: [
      `${numberLabel}は、資格認定証書の番号です。`,
      '仮パスワードは、いちばん新しいメールのものをお使いください（期限はメールに書いてあります）。',
      'それでも入れないときは、下の「パスワードをお忘れの方」へお進みください。',
      ...(until === undefined ? [] : [waitSentence(until, now)]),
      ...phoneLine(office, 'お電話でもご案内します：'),
    ],
  };
}

/** The birth date does not fit. */
export function sayFirstLoginFailed(office: Office | undefined): Saying {
  return {
    title: '生年月日が、台帳の記録と違うようです。',
    lines: [
      '年・月・日と、西暦・元号をお確かめください。',
      ...phoneLine(office, '正しく入力しても進めないときは、台帳の記録をお調べします。お電話ください：'),
    ],
  };
}

/** 「あと3分お待ちください（13:05から入力できます）。」; without minutes where this device's clock is far off. */
function waitSentence(until: string | undefined, now: number): string {
  const at = until === undefined ? undefined : instantOfIso(until);
  if (at === undefined) return 'しばらくお待ちください。';
  const minutes = Math.ceil((at - now) / 60_000);
  const time = writeInstant(at).slice(-5);
  return minutes >= 1 && minutes <= 60
    ? `あと${String(minutes)}分お待ちください（${time}から入力できます）。`
    : `${time}までお待ちください。そのあと入力できます。`;
}

/** 11月20日 21:03 of an ISO date-time; `''` if it cannot be read. */
export function writeMoment(iso: string): string {
  const at = instantOfIso(iso);
  return at === undefined ? '' : writeInstant(at);
}

/** What is wrong with a field. */
export function sayField(code: string, label: string, length = 12): string {
  const sentences: Record<MypageFieldCode, string> & Partial<Record<string, string>> = {
    REQUIRED: `「${label}」を入力してください。`,
    TOO_SHORT: `「${label}」は、${String(length)}文字以上にしてください。`,
    TOO_LONG: `「${label}」が長すぎます。短くしてください。`,
    TOO_COMMON:
      'よく使われるパスワードなので、ほかの人に見破られるおそれがあります。ほかのものにしてください。',
    CONTAINS_OWN_DATA:
      'お名前・番号・生年月日などが入っています。見破られやすいので、ほかのものにしてください。',
    NOT_A_DATE: `「${label}」の日付がありません。年・月・日と、西暦・元号をお確かめください。`,
    CONTROL_CHARACTERS: `「${label}」に、使えない文字が入っています。消して、入力し直してください。`,
    NOT_KANA: `「${label}」は、カタカナで入力してください。`,
    NOT_A_POSTAL_CODE: `「${label}」は、7けたの数字で入力してください。例：113-0021`,
    NOT_A_PHONE: `「${label}」は、市外局番から数字で入力してください。例：03-0000-7011`,
    NOT_A_MAIL: `「${label}」が、メールアドレスの形になっていません。「@」や「.」をお確かめください。`,
    WRONG_PASSWORD: `「${label}」が違うようです。ログインのときのパスワードを入力してください。`,
    SAME_MAIL: 'いま登録されているメールアドレスと同じです。変更は必要ありません。',
    SHARED_MAIL:
      '「info@」など、ほかの方も読むアドレスは登録できません。ご自分だけが読めるアドレスにしてください。',
    MAIL_TAKEN: 'このメールアドレスは、この画面からは登録できません。お手数ですが、事務局へお電話ください。',
    NOT_A_CODE: `「${label}」は、メールにある6けたの数字を入力してください。`,
    CODE_WRONG: `「${label}」が違うようです。いちばん新しいメールの6けたの数字をお確かめください。`,
    CODE_ENDED:
      'このコードは、もう使えません（30分を過ぎたか、5回まちがえました）。「もう一度コードを送る」を押してください。',
    NOT_A_CHOICE: `「${label}」を選んでください。`,
    NOT_CHANGEABLE: `「${label}」は、ここでは変更できません。事務局へお知らせください。`,
    OUTSIDE_PERIOD: `「${label}」が、資格有効期間の外です。日付をお確かめください。`,
    BEFORE_START: `「${label}」が、はじめの日より前になっています。`,
    NOT_HOURS: `「${label}」は、時間の数を数字で入力してください。例：3 や 1.5`,
    COURSE_OF_OTHERS: '職業紹介責任者講習は、当協会が開催するものだけが更新の要件の対象です。',
    OTHER_HOST: 'この種類の活動は、当協会が開催するものだけが対象です。',
    NO_FILE: `「${label}」の写真かPDFを選んでください。いま用意できないときは、「あとで郵送・FAXする」に印を付けてください。`,
    TOO_LARGE: `「${label}」のファイルが大きすぎます。写真を撮り直すか、ほかのファイルを選んでください。`,
    NOT_ACCEPTED: `「${label}」は、写真（JPEG・PNG）かPDFを選んでください。`,
    DAMAGED: `「${label}」を読み取れませんでした。もう一度選ぶか、撮り直してください。`,
    TOO_MANY: '一日に送れる数を超えました。明日もう一度送るか、「あとで郵送・FAXする」を選んでください。',
    MISSING: `「${label}」が届いていません。お手数ですが、もう一度選んでください。`,
    DUPLICATE: '同じ活動が、すでに申請されています。「ポイント」の一覧をご覧ください。',
    NOT_OPEN: 'この申請は、事務局で確認が済んだか、取り下げられています。一覧をご覧ください。',
    FUTURE: `「${label}」が、今日よりあとの日付になっています。年をお確かめください。`,
    NOTHING_CHANGED: '変わったところがありません。',
  };
  return sentences[code] ?? `「${label}」をお確かめください。`;
}
