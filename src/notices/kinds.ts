/** Kinds of notices of this system and their first texts; the tab 文面 holds the ones in force. */
import { certificateTexts } from './texts/certificates';
import { ledgerChangeTexts } from './texts/ledger-changes';
import { loginTexts } from './texts/login';
import { mailChangeTexts } from './texts/mail-change';
import { notificationTexts } from './texts/notifications';
import { officeTexts } from './texts/office';
import { pointTexts } from './texts/points';
import { reminderTexts } from './texts/reminders';
import { renewalTexts } from './texts/renewal';
import type { NoticeText } from './texts/notice-text';

export type { NoticeText } from './texts/notice-text';

const texts = {
  ...loginTexts,
  ...ledgerChangeTexts,
  ...notificationTexts,
  ...pointTexts,
  ...mailChangeTexts,
  ...officeTexts,
  ...renewalTexts,
  ...certificateTexts,
  ...reminderTexts,
};

/** A kind of notice as 通知 and 文面 name it. */
export type NoticeKind = keyof typeof texts;

/** The texts 初期設定 writes into 文面, in the order of its rows; each has one URL, that of the association's own page. */
export const firstTexts: Readonly<Record<NoticeKind, NoticeText>> = texts;
