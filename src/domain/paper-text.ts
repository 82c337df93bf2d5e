/** The text of a mail as a letter says it: nothing to press, the address to be typed, a telephone. */
import type { Settings } from './settings';

const URL_FIELD = /\{\{ *マイページURL *\}\}/;
const SENTENCES = /[^。]*。|[^。]+$/g;
/** Of what can only be done on a screen. */
const ON_SCREEN = /マイページ|リンク|クリック/;

/**
 * `template` with another end of each paragraph that leads to My Page: its sentences about My Page or a link go, and
 * `closing` stands once, in place of the first of them; `''` for nothing.
 */
export function onPaper(template: string, closing: string): string {
  let left = closing;
  return template
    .split(/\n{2,}/)
    .flatMap((paragraph) => {
      if (!URL_FIELD.test(paragraph)) return [paragraph];
      const kept = paragraph
        .split('\n')
        .filter((line) => !URL_FIELD.test(line))
        .map(withoutMyPage)
        .filter((line) => line !== '');
      const own = [kept.join('\n'), left].filter((part) => part !== '');
      left = '';
      return own;
    })
    .join('\n\n');
}

/** How a letter leads on: by post and telephone, and to My Page by an address that can be typed. */
export function paperClosing({
  officePhone,
  officeHours,
  guideUrl,
}: Pick<Settings, 'officePhone' | 'officeHours' | 'guideUrl'>): string {
  const hours = officeHours === '' ? '' : `、${officeHours}`;
  const where = officePhone === '' ? '下記へ' : `お電話（${officePhone}${hours}）で`;
  return [
    `お手続きは、書類の郵送でも承ります。くわしくは、${where}おたずねください。`,
    ...(guideUrl === ''
      ? []
      : ['マイページをお使いの方は、次のアドレスを入力すると、ご自分でもお手続きができます。', guideUrl]),
  ].join('\n');
}

function withoutMyPage(line: string): string {
  return (line.match(SENTENCES) ?? []).filter((sentence) => !ON_SCREEN.test(sentence)).join('');
}
