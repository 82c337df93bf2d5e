/** The reasons 初期設定 writes into 理由文例, each with what the person should do. */
export const firstReasons: readonly { code: string; target: string; reason: string; request: string }[] = [
  {
    code: '変更届1',
    target: '変更届',
    reason: '証明書類が、まだ届いていません。',
    request: '証明書類（戸籍抄本など）に受付番号を書き添えて、事務局へお送りください。',
  },
  {
    code: '変更届2',
    target: '変更届',
    reason: '届け出られた内容と、証明書類の内容が違います。',
    request: '証明書類のとおりに直して、再申請してください。',
  },
  {
    code: '変更届3',
    target: '変更届',
    reason: '証明書類の文字が、読み取れませんでした。',
    request: '証明書類の写しを、もう一度お送りください。',
  },
  {
    code: '変更届4',
    target: '変更届',
    reason: '届け出られたあとに、台帳の内容が変わりました。',
    request: 'いまの台帳をご確認のうえ、直して再申請してください。',
  },
  {
    code: '変更届5',
    target: '変更届',
    reason: '届け出られた内容は、すでに台帳に登録されています。',
    request: 'お手続きは必要ありません。',
  },
];
