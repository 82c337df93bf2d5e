/** The Google accounts of the association. */

/** The office's shared account, which owns the spreadsheet, the form and the project. */
export const owner = 'shokaishi@example.jp';

/** Who works in the spreadsheet, each with an account of their own. */
export const staff = [
  { name: '青木　ひとみ', account: 'aoki@example.jp', role: '決裁' },
  { name: '木村　進', account: 'kimura@example.jp', role: '受付' },
  { name: '田辺　あかね', account: 'tanabe@example.jp', role: '受付' },
] as const;

/** The office's own entry among the staff. */
export const ownerEntry = { name: '職業紹介士事務局', account: owner, role: '管理' } as const;
