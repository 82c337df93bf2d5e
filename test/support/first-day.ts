/** The owner's first day, step by step: the menu, the dialog it shows, the rows of 設定. */
import type { ControlClient, SampleInfo } from '../../workspace/control/client';
import type { Row } from './office-day';

/** What 初期設定 tells at its end. */
export interface Report {
  done: string[];
  todo: string[];
  problems: { row?: number; text: string }[];
}

export interface Table {
  values: unknown[][];
  display: string[][];
}

interface Dialog {
  html: { content: string };
}

/** What a dialog's page was told by the server. */
export interface Told {
  view: string;
  facts: Report & { text?: string };
}

const path = (tab: string): string => `/api/sheets/${encodeURIComponent(tab)}`;

/** Everything a test of setting up needs; `owner` is the office account of the sample. */
export function firstDay(control: ControlClient) {
  const table = (tab: string) => control.get<Table>(path(tab));
  const owner = async (): Promise<string> => (await control.get<SampleInfo>('/api/sample')).owner;

  /** Runs a menu item and reads what its dialog says. */
  const menu = async (item: string, user?: string): Promise<Told> => {
    const who = user ?? (await owner());
    await control.post('/api/open', { user: who });
    await control.post('/api/menu', { user: who, item });
    const { dialogs } = await control.get<{ dialogs: Dialog[] }>(`/api/ui?user=${encodeURIComponent(who)}`);
    return told(dialogs[dialogs.length - 1]);
  };

  return {
    control,
    table,
    owner,
    menu,
    /** 初期設定; throws when it was refused. */
    setUp: async (): Promise<Report> => {
      const { view, facts } = await menu('初期設定');
      if (view !== 'setup') throw new Error(`初期設定 was refused: ${String(facts.text)}`);
      return facts;
    },
    /** Types a value beside its 項目 in 設定. */
    set: async (item: string, value: string): Promise<void> => {
      const { display } = await table('設定');
      const row = display.findIndex(([name]) => name === item) + 1;
      if (row === 0) throw new Error(`設定 has no row ${item}.`);
      const user = await owner();
      await control.post(`${path('設定')}/edit`, { user, range: `B${String(row)}`, values: [[value]] });
    },
    edit: async (tab: string, range: string, text: string, user?: string) =>
      control.post(`${path(tab)}/edit`, { user: user ?? (await owner()), range, values: [[text]] }),
    formUrl: async (): Promise<string> => (await control.get<{ editUrl: string }>('/api/form')).editUrl,
    /** Every tab but 操作記録, as stored: what two ways to the same state are compared by. */
    state: async (): Promise<Record<string, unknown[][]>> => {
      const names = await control.get<string[]>('/api/sheets');
      const tabs: Record<string, unknown[][]> = {};
      for (const name of names.filter((each) => each !== '操作記録')) tabs[name] = (await table(name)).values;
      return tabs;
    },
    triggers: () => control.get<{ uid: string; handler: string; owner: string }[]>('/api/triggers'),
  };
}

export type FirstDay = ReturnType<typeof firstDay>;

function told(dialog: Dialog | undefined): Told {
  const page = dialog?.html.content ?? '';
  const found = /<div id="view" data-view="(\w+)" data-facts="([^"]*)"/.exec(page);
  if (!found?.[1]) throw new Error(`No dialog of ours: ${page.slice(0, 300)}`);
  const facts = (found[2] ?? '')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
  return { view: found[1], facts: JSON.parse(facts) as Told['facts'] };
}

/** Rows by header. */
export function rowsOf({ display: [headers = [], ...lines] }: Table): Row[] {
  return lines.map((line) => Object.fromEntries(headers.map((header, at) => [header, line[at] ?? ''])));
}
