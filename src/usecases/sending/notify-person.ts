/** A notice of a decision about a person, in the same commit as the decision: by mail, or as a letter that waits to be posted. */
import { isoOfInstant } from '../../domain/fields/instant';
import { reachOf } from '../../domain/reach';
import type { NoticeKind } from '../../notices/kinds';
import { append, type RowAppend } from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import { notices, type ledger, type RowOf } from '../../sheets/schema/index';
import { withNotice, type Summary } from '../../sheets/summary';
import type { NoticeContent } from './notice-rows';
import type { Numbering } from '../summary/numbering';
import type { Person } from '../summary/people';

/** How the person is told. */
export type Told = 'mail' | 'letter' | 'nobody';

export interface News {
  kind: NoticeKind;
  /** 受付番号 it is about. */
  about: string;
  fields: Readonly<Record<string, string>>;
  /** What My Page lists it as. */
  subject: string;
  /** When it may leave, epoch ms. */
  dueAt: number;
  /** A receipt is not worth a letter. */
  mailOnly?: boolean;
  /** It tells of the end of the registration itself. */
  evenEnded?: boolean;
}

/** The notice row, and the summary that knows of it; neither where the person is not to be written to. */
export function notifyPerson(
  person: Person,
  news: News,
  summary: Summary,
  numbering: Numbering,
  found: Found,
): { told: Told; summary: Summary; appends: RowAppend[] } {
  return notify(person.ledger.values, news, summary, numbering, found);
}

/** The same for a person known by her values of 台帳. */
export function notify(
  person: RowOf<typeof ledger>,
  news: News,
  summary: Summary,
  numbering: Numbering,
  found: Found,
): { told: Told; summary: Summary; appends: RowAppend[] } {
  const { number, name } = person;
  const reach = reachOf(person);
  if (!reach || (reach.by === '郵送' && news.mailOnly)) return { told: 'nobody', summary, appends: [] };
  const content: NoticeContent = {
    fields: { 氏名: name, 受付番号: news.about, ...news.fields },
    ...(news.evenEnded ? { evenEnded: true } : {}),
  };
  const notice = numbering.notice();
  const row = append(notices, found.headers(notices), {
    notice,
    number,
    kind: news.kind,
    by: reach.by,
    to: reach.by === 'メール' ? reach.to : '',
    about: news.about,
    fields: JSON.stringify(content),
    state: reach.by === 'メール' ? '送信待ち' : '郵送待ち',
    dueAt: news.dueAt,
    tries: 0,
  });
  return {
    told: reach.by === 'メール' ? 'mail' : 'letter',
    summary: withNotice(summary, { at: isoOfInstant(news.dueAt), subject: news.subject, notice }),
    appends: [row],
  };
}
