/** First rows of 区分 and 理由文例; the association corrects them to its own rules (facts/office.md G3, A15). */

/** 区分 the announcement names; the points are to be confirmed, 説明 is what registrants read. By column key. */
export const FIRST_CATEGORIES: readonly Readonly<Record<string, string | number>>[] = [
  {
    ...{ category: '職業紹介責任者講習', required: '講習', counting: '1回', points: 0 },
    ...{ repeated: '同日1回', hostRule: '当協会のみ', evidence: '受講証明書', withoutApplying: 'しない' },
    help: '当協会が開催するものだけが、更新の必須要件になります。',
  },
  {
    ...{ category: 'セミナー', required: '―', counting: '1回', points: 1 },
    ...{ repeated: '同日1回', hostRule: '問わない', evidence: '受講証明書', withoutApplying: 'しない' },
    help: '',
  },
  {
    ...{ category: '講演会', required: '―', counting: '1回', points: 1 },
    ...{ repeated: '同日1回', hostRule: '問わない', evidence: '参加証の写し', withoutApplying: 'しない' },
    help: '',
  },
];

type Reason = Readonly<Record<'code' | 'target' | 'reason' | 'request', string>>;
const reason = (code: string, target: string, text: string, request: string): Reason => ({
  code,
  target,
  reason: text,
  request,
});

/** 理由 and what to do. */
export const FIRST_REASONS: readonly Reason[] = [
  reason(
    'P1',
    'ポイント',
    '受講の記録が確認できませんでした。',
    '受講証明書の写真を付けて、もう一度送ってください。前の入力は残っています。',
  ),
  reason(
    'P2',
    'ポイント',
    '証明書類の写真が読み取れませんでした。',
    '明るい場所で撮り直して、もう一度送ってください。',
  ),
  reason(
    'P3',
    'ポイント',
    '当協会以外が開催した職業紹介責任者講習は、更新の要件に含まれません。',
    '資格有効期間のうちに、当協会が開催する講習を受講してください。',
  ),
  reason(
    'P4',
    'ポイント',
    '受講日が、資格有効期間の外でした。',
    '期間内に受講されたものがあれば、申請してください。',
  ),
  reason('P5', 'ポイント', '同じ内容が、すでに承認されています。', 'お手続きは必要ありません。'),
  reason(
    '変更届1',
    '変更届',
    '証明書類が、まだ届いていません。',
    '証明書類（戸籍抄本など）に受付番号を書き添えて、事務局へお送りください。',
  ),
  reason(
    '変更届2',
    '変更届',
    '届け出られた内容と、証明書類の内容が違います。',
    '証明書類のとおりに直して、再申請してください。',
  ),
  reason(
    '変更届3',
    '変更届',
    '証明書類の文字が、読み取れませんでした。',
    '証明書類の写しを、もう一度お送りください。',
  ),
  reason(
    '変更届4',
    '変更届',
    '届け出られたあとに、台帳の内容が変わりました。',
    'いまの台帳をご確認のうえ、直して再申請してください。',
  ),
  reason(
    '変更届5',
    '変更届',
    '届け出られた内容は、すでに台帳に登録されています。',
    'お手続きは必要ありません。',
  ),
  reason(
    '更新1',
    '更新',
    '証書に記載するお名前を確認できませんでした。',
    'お名前を台帳のとおりに直して、再申請してください。改名されたときは、先に変更届をお出しください。',
  ),
  reason('更新2', '更新', '送付先の住所を確認できませんでした。', '台帳の住所を直して、再申請してください。'),
  reason(
    '更新3',
    '更新',
    '更新に必要な要件がそろっていませんでした。',
    '今後のお手続きは、事務局へお問い合わせください。',
  ),
];
