/** The outcomes of applications of ポイント a notice tells of, kept in 差込: one notice for all of one person. */
import type { PointOutcome } from '../../notices/point-results';
import { readContent, type NoticeContent } from './notice-rows';
import type { NoticeRow } from './waiting-mails';

/** 差込 of such a notice. */
export interface OutcomeContent extends NoticeContent {
  outcomes?: PointOutcome[];
}

/** None of a notice of another kind. */
export function outcomesOf(notice: NoticeRow): PointOutcome[] {
  const { outcomes } = readContent(notice) as OutcomeContent;
  return Array.isArray(outcomes) ? outcomes : [];
}
