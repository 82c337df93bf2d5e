import { toPlain } from './fields/width';

/** Where a column of an old table goes: a header of 台帳, or null if it has no place there. */
export interface ColumnMapping {
  header: string;
  column: string | null;
}

/** What old tables call our columns, as compared: without blanks, brackets and honorifics, in capitals. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  登録番号: ['番号', '登録NO', '登録№', 'NO', '認定番号', '会員番号', '職業紹介士番号', '認定登録番号', 'ID'],
  氏名: ['名前', '会員名', '登録者名', '氏名漢字', '漢字氏名', '登録者', '認定者', '認定者名', '姓名'],
  フリガナ: [
    'ふりがな',
    'カナ',
    'かな',
    '氏名カナ',
    'カナ氏名',
    '氏名フリガナ',
    '氏名ふりがな',
    'シメイ',
    'よみがな',
    'ヨミガナ',
    'ヨミ',
    '読み',
  ],
  生年月日: ['誕生日', '生年月', '生まれ', '生年月日西暦', '生年月日和暦'],
  郵便番号: ['〒', '自宅郵便番号', '自宅〒', '郵便', '住所郵便番号', '郵便NO'],
  住所: ['自宅住所', '現住所', '連絡先住所', '住所1', '自宅', '住所自宅', '都道府県市区町村番地'],
  '建物・部屋': [
    '建物',
    '建物名',
    'マンション',
    'マンション等',
    'マンション名',
    '建物名・部屋番号',
    '建物名等',
    '住所2',
    '部屋番号',
    '方書',
    'アパート・マンション名',
  ],
  電話番号: [
    'TEL',
    '電話',
    '自宅TEL',
    '自宅電話',
    '自宅電話番号',
    '固定電話',
    '連絡先',
    '連絡先電話番号',
    'TEL自宅',
    '電話自宅',
  ],
  携帯電話番号: [
    '携帯',
    '携帯電話',
    '携帯番号',
    '携帯TEL',
    'TEL携帯',
    'スマホ',
    'スマートフォン',
    'モバイル',
    '電話携帯',
  ],
  メールアドレス: [
    'E-MAIL',
    'EMAIL',
    'MAIL',
    'メール',
    'アドレス',
    'E-MAILアドレス',
    '電子メール',
    'メアド',
    '個人メールアドレス',
    'PCメール',
  ],
  メール区分: ['メールの種類', 'メールアドレス区分', 'メールアドレスの種類'],
  事業所名: [
    '会社名',
    '勤務先',
    '勤務先名',
    '所属',
    '所属先',
    '会社',
    '事業所',
    '法人名',
    '紹介所名',
    '勤務先名称',
    '事業所名称',
    '所属事業所',
  ],
  部署: ['部署名', '所属部署', '部課', '部課名', '所属部課', '部門'],
  事業所郵便番号: ['会社郵便番号', '会社〒', '勤務先郵便番号', '勤務先〒', '事業所〒'],
  事業所住所: ['会社住所', '勤務先住所', '会社所在地', '勤務先所在地', '事業所所在地', '所在地'],
  事業所電話番号: [
    '会社TEL',
    '会社電話',
    '会社電話番号',
    '勤務先TEL',
    '勤務先電話',
    '勤務先電話番号',
    '事業所TEL',
    '事業所電話',
  ],
  送付先: ['郵送先', '書類送付先', '送付先区分', '郵便物送付先', '発送先', '送り先'],
  通知方法: ['連絡方法', 'お知らせ方法', '案内方法'],
  メールマガジン登録: [
    'メルマガ',
    'メールマガジン',
    'メルマガ登録',
    'メールマガジン登録の有無',
    'メルマガ登録の有無',
    'メルマガ配信',
  ],
  認定日: ['認定年月日', '認定', '資格認定日', '登録日', '登録年月日', '取得日', '認定日付'],
  認定回: ['回', '回数', '試験回', '認定試験回', '受験回', '第何回'],
  有効期間開始日: ['開始日', '有効期間自', '有効開始日', '資格有効期間開始日', '有効期間始期'],
  有効期間満了日: [
    '有効期限',
    '満了日',
    '有効期間',
    '資格有効期間',
    '期限',
    '有効期間至',
    '資格有効期間満了日',
    '有効期間満了',
    '有効期間終了日',
    '資格満了日',
    '更新期限',
    '終了日',
  ],
  状態: ['状況', '資格状態', '登録状況', 'ステータス', '資格状況', '区分'],
  状態の事由: ['事由', '抹消事由', '抹消理由', '失効理由'],
  状態の日: ['抹消日', '失効日', '退会日', '抹消年月日'],
  外字メモ: ['外字', '漢字メモ', '異体字'],
  備考: ['メモ', '特記事項', '摘要', '備考欄', 'コメント', '注記'],
};

/** Columns that old tables split; their parts are joined in the order they stand. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  氏名: ['姓', '名', '氏', '苗字', '名字'],
  フリガナ: ['セイ', 'メイ', 'せい', 'めい', '姓カナ', '名カナ', '姓フリガナ', '名フリガナ', 'シ'],
  住所: ['都道府県', '市区町村', '市町村', '町名', '番地', '町名番地', '丁目番地'],
};

const COLUMN_OF = new Map(
  [...Object.keys(ALIASES), 'メールの状態', 'マイページ', '更新日時'].flatMap((column) =>
    [column, ...(ALIASES[column] ?? [])].map((alias): [string, string] => [headerKey(alias), column]),
  ),
);
const PART_OF = new Map(
  Object.entries(PARTS).flatMap(([column, parts]) =>
    parts.map((part): [string, string] => [headerKey(part), column]),
  ),
);

/**
 * Proposes where each column of an old table goes. A column of ours is taken once: by the header that is its own name,
 * else by the first that is known for it; parts (姓 and 名, 都道府県 and 番地) share one unless the whole stands there too.
 */
export function proposeMapping(headers: readonly string[]): ColumnMapping[] {
  const keys = headers.map(headerKey);
  const taken = new Map<string, number>();
  const take = (column: string | undefined, at: number) => {
    if (column !== undefined && !taken.has(column)) taken.set(column, at);
  };
  keys.forEach((key, at) => {
    const column = COLUMN_OF.get(key);
    if (column !== undefined && headerKey(column) === key) take(column, at);
  });
  keys.forEach((key, at) => take(COLUMN_OF.get(key), at));
  return headers.map((header, at) => {
    const key = keys[at] ?? '';
    const whole = COLUMN_OF.get(key);
    if (whole !== undefined) return { header, column: taken.get(whole) === at ? whole : null };
    const part = PART_OF.get(key);
    return {
      header,
      column: part !== undefined && !taken.has(part) ? part : null,
    };
  });
}

/** Whether a column of ours can take several columns of the old table. */
export function isJoined(column: string): boolean {
  return column in PARTS || column === '備考';
}

function headerKey(header: string): string {
  const plain = toPlain(header)
    .toUpperCase()
    .replace(/[ ()［］\[\]【】:：.．,、。*※「」_]/g, '');
  return plain.replace(/^[ごお](?=名前|住所|氏名|電話|勤務|連絡|自宅|所属|生年)/, '');
}
