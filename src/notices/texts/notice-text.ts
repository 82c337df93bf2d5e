/** Subject and body of a kind of notice, with {{差し込み}}. */
export interface NoticeText {
  subject: string;
  body: string;
}

/** How every body to a registrant ends. */
export const signature = '\n\n{{署名}}';
