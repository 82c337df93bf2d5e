/** What a person does to the spreadsheet, sent one after the other to the control API; refusals are shown. */
import { post, Refused } from './api';
import { confirmWith, tell } from './overlay';
import type { Rect, TabFacts } from './sheet-data';
import { a1OfRect, meet } from './sheet-data';

/** How rows and columns are reshaped; `at` and `column` are 1-based. */
export type Reshape =
  | { action: 'insert' | 'delete' | 'insertColumn' | 'deleteColumn'; at: number; count: number }
  | { action: 'sort'; column: number; ascending: boolean; range?: string };

/** Sends changes. */
export interface Changes {
  /** Types texts into cells. */
  edit(tab: TabFacts, rect: Rect, values: string[][]): Promise<void>;
  reshape(tab: TabFacts, touched: Rect, step: Reshape): Promise<void>;
  /** Runs an item of a custom menu. */
  menu(item: string): Promise<void>;
  /** Ends when everything sent so far has been answered. */
  settled(): Promise<void>;
}

const WARNING =
  'このシートの一部を編集しようとしています。この部分は誤って変更しないようにする必要があります。編集してもよろしいですか？';

/** The changes of one person; `done` is called after each, whether it was refused or not, `busy` while any is under way. */
export function createChanges(user: string, done: () => Promise<void>, busy: (on: boolean) => void): Changes {
  let queue: Promise<void> = Promise.resolve();
  let waiting = 0;

  const enqueue = (work: () => Promise<void>): Promise<void> => {
    waiting += 1;
    busy(true);
    queue = queue
      .then(work)
      .catch((error: unknown) =>
        tell(
          '問題が発生しました',
          error instanceof Refused ? error.message : `ワークスペースにつながりません。（${String(error)}）`,
        ),
      )
      .then(done)
      .catch((error: unknown) => console.warn(error))
      .then(() => {
        waiting -= 1;
        busy(waiting > 0);
      });
    return queue;
  };

  const mayTouch = async (tab: TabFacts, rect: Rect): Promise<boolean> =>
    !tab.warned.some((warned) => meet(warned, rect)) || confirmWith('編集してもよろしいですか', WARNING);

  const path = (tab: TabFacts, what: string): string => `/api/sheets/${encodeURIComponent(tab.name)}/${what}`;

  return {
    edit: (tab, rect, values) =>
      enqueue(async () => {
        if (await mayTouch(tab, rect)) await post(path(tab, 'edit'), { user, range: a1OfRect(rect), values });
      }),
    reshape: (tab, touched, step) =>
      enqueue(async () => {
        if (await mayTouch(tab, touched)) await post(path(tab, 'rows'), { user, ...step });
      }),
    menu: (item) =>
      enqueue(async () => {
        await post('/api/menu', { user, item });
      }),
    settled: () => queue,
  };
}
