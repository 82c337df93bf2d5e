import { foldHyphens, toPlain, withoutBlanks } from './width';

/** Comparison key of a Japanese telephone number: digits only, +81 as 0; `''` if the text is no telephone number. */
export function phoneKey(text: string): string {
  const bare = foldHyphens(withoutBlanks(text)).replace(/[-()]/g, '');
  const digits = bare.replace(/^\+81\(?0?\)?/, '0');
  return /^0[0-9]{9,10}$/.test(digits) ? digits : '';
}

const EXTENSION = /^(.+?)[ (-]*(?:内線|ext\.?)[ :#-]*([0-9]{1,6})\)?$/i;

/**
 * A telephone number as 台帳 keeps it: half-width digits, the groups as typed (`03-0000-7011`), a mobile number without
 * groups in 3-4-4, +81 as 0, another country with `+`, an extension behind it as 内線12. Undefined if it is not one.
 */
export function phoneText(text: string): string | undefined {
  const plain = foldHyphens(toPlain(text));
  const [, before = plain, extension = ''] = EXTENSION.exec(plain) ?? [];
  const number = before
    .replace(/^\+81[ (-]*0?[) -]*/, '0')
    .replace(/[ ().-]+/g, '-')
    .replace(/^-|-$/g, '');
  const digits = number.replace(/-/g, '');
  const behind = extension === '' ? '' : ` 内線${extension}`;
  if (/^0[0-9]{9,10}$/.test(digits)) {
    const mobile = /^(0[5-9]0)([0-9]{4})([0-9]{4})$/.exec(number);
    return `${mobile ? mobile.slice(1).join('-') : number}${behind}`;
  }
  return /^\+[1-9][0-9]{6,14}$/.test(digits) && number.startsWith('+') ? `${number}${behind}` : undefined;
}
