/** What the nightly walk tells a person: what is wrong, and what to do. */
import type { Register } from './integrity-read';
import { namedOf } from './mend-record';

/** What the numbers of the whole register show. */
export function standingOf({ people, summaryRows }: Register): string[] {
  const count = new Map<string, number>();
  for (const { number } of people) count.set(number, (count.get(number) ?? 0) + 1);
  const twice = [...count].filter(([, rows]) => rows > 1).map(([number]) => number);
  const gone = [...summaryRows.keys()].filter((number) => !count.has(number));
  return [
    ...(twice.length === 0
      ? []
      : [
          `「台帳」に、同じ登録番号の行が2つ以上あります（${namedOf(twice)}）。正しい行だけを残してください。それまで、その方の変更はマイページに出ません。`,
        ]),
    ...(gone.length === 0
      ? []
      : [
          `「台帳」に行がなくなった方がいます（${namedOf(gone)}）。事務局画面の「台帳の点検」で、行を戻すか、登録番号を直してください。`,
        ]),
  ];
}

/** A person whose passwords are gone. */
export function withoutPassword(number: string): string {
  return `${number}の方のパスワードの記録が失われていたため、行を作り直しました。この方には、パスワードを送り直してください。`;
}

/** A person of whom two rows hold passwords. */
export function twoPasswords(number: string): string {
  return `${number}の方のパスワードの行が2つあります。管理者が隠しシート「_認証」で、古いほうの行を消してください。`;
}
