/** What 初期設定 tells at its end. */
export interface SetupReport {
  /** What it did, or found done before. */
  done: string[];
  /** What a person must still do. */
  todo: string[];
  /** Cells and rows it could not take over; `row` is the row of 旧台帳. */
  problems: { row?: number; text: string }[];
}

/** A report to be filled in. */
export function newReport(): SetupReport {
  return { done: [], todo: [], problems: [] };
}
