/** From a kind and its fields to the words of one mail. */
import { mailSafe } from '../domain/mail-safe';
import { fillIn, withNoticeNumber } from '../domain/notice-text';
import { onPaper, paperClosing } from '../domain/paper-text';
import type { Settings } from '../domain/settings';
import { firstTexts, type NoticeKind, type NoticeText } from './kinds';

/** Legal name under every mail (announcement). */
export const ASSOCIATION = '公益社団法人 全国民営職業紹介事業協会';

export interface Mail {
  to: string;
  subject: string;
  body: string;
}

/** The text in force for a kind: the row of 文面, else the first text. */
export function textOf(
  kind: NoticeKind,
  texts: readonly { kind: string; subject: string; body: string }[],
): NoticeText {
  const row = texts.find((text) => text.kind === kind);
  return row && row.subject !== '' && row.body !== '' ? row : firstTexts[kind];
}

/** Lines under every mail: only what 設定 holds. */
export function signatureOf(settings: Settings): string[] {
  const hours = settings.officeHours === '' ? '' : `（${settings.officeHours}）`;
  return [
    '――――――――――',
    ASSOCIATION,
    [settings.officeName, settings.officePerson].filter((part) => part !== '').join('　'),
    settings.officePhone === '' ? '' : `電話 ${settings.officePhone}${hours}`,
    settings.officeMail === '' ? '' : `メール ${settings.officeMail}`,
  ].filter((line) => line !== '');
}

/** Subject and body of a notice; DomainError `UNKNOWN_FIELD` / `MISSING_VALUE` when the text in 文面 names what is not there. */
export function compose(
  kind: NoticeKind,
  noticeNumber: string,
  to: string,
  fields: Readonly<Record<string, string>>,
  rules: Texts,
): Mail {
  return { to, ...fill(textOf(kind, rules.texts), noticeNumber, fields, rules) };
}

/**
 * The same words for the post: what is to be pressed gives way to `paperClosing`; after the registration has `ended`, to
 * nothing. DomainErrors as `compose`.
 */
export function composeLetter(
  kind: NoticeKind,
  noticeNumber: string,
  fields: Readonly<Record<string, string>>,
  rules: Texts,
  ended: boolean,
): Omit<Mail, 'to'> {
  const { subject, body } = textOf(kind, rules.texts);
  const paper = onPaper(body, ended ? '' : paperClosing(rules.settings));
  return fill({ subject, body: paper }, noticeNumber, fields, rules);
}

interface Texts {
  settings: Settings;
  texts: readonly { kind: string; subject: string; body: string }[];
}

function fill(
  text: NoticeText,
  noticeNumber: string,
  fields: Readonly<Record<string, string>>,
  rules: Texts,
): Omit<Mail, 'to'> {
  const all = {
    ...fields,
    マイページURL: rules.settings.guideUrl,
    番号の呼び名: rules.settings.numberLabel,
    署名: signatureOf(rules.settings),
  };
  return {
    subject: mailSafe(fillIn(text.subject, all)),
    body: withNoticeNumber(mailSafe(fillIn(text.body, all)), noticeNumber),
  };
}

/** In 試行 every mail goes to one address, and its first line names whom it was meant for. */
export function forRehearsal(mail: Mail, rehearsalAddress: string): Mail {
  return { ...mail, to: rehearsalAddress, body: `（試行：本来の宛先は ${mail.to}）\n\n${mail.body}` };
}
