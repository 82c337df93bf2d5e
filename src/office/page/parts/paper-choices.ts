/** What the desk says of 証明書類 when it enters an application or a 変更届 from paper. */
export const PAPER_CHOICES = [
  { value: '受領済', name: '受け取った' },
  { value: '郵送待ち', name: 'まだ届いていない' },
  { value: '不要', name: '要らない' },
] as const;
