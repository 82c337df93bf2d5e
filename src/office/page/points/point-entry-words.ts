import type { Problem } from '../../../ui/error-summary';

/** The fields of an application from paper. */
export const LABELS: Readonly<Record<string, string>> = {
  number: '登録番号',
  category: '活動の種類',
  role: '立場',
  title: '名称',
  host: '主催',
  attendedOn: '受講日',
  endedOn: '終了日',
  hours: '時間数',
  receivedOn: '受付日',
};

/** Those that are chosen, not typed. */
const CHOSEN: readonly string[] = ['category', 'role', 'host'];

/** The id of a field. */
export const idOf = (name: string) => `point-entry-${name}`;

/** What is wrong with a field, in a sentence. */
export function tellCode(name: string, code: string): Problem {
  return { id: idOf(name), text: sayCode(name, code) };
}

function sayCode(name: string, code: string): string {
  const label = `「${LABELS[name] ?? name}」`;
  switch (code) {
    case 'REQUIRED':
      return `${label}を${CHOSEN.includes(name) ? '選んで' : '入力して'}ください。`;
    case 'NOT_FOUND':
      return '台帳に、この登録番号の方がいません。';
    case 'ENDED':
      return 'この登録番号の方は、登録の抹消か取消になっています。';
    case 'FUTURE':
      return `${label}が、今日よりあとの日付です。`;
    case 'OUTSIDE_PERIOD':
      return `${label}が、この方の資格有効期間の外です。`;
    case 'BEFORE_START':
      return `${label}が、受講日より前です。`;
    case 'COURSE_OF_OTHERS':
    case 'OTHER_HOST':
      return 'この活動の種類は、当協会が開催するものだけが対象です。';
    case 'DUPLICATE':
      return '同じ活動が、すでに申請されています。';
    default:
      return `${label}をお確かめください。`;
  }
}
