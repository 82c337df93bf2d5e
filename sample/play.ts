/** Plays the association into a Workspace by doing what its people did: typing, pasting, answering the form. */
import type { ControlClient, SampleInfo } from '../workspace/control/client';
import type { ScenarioOptions } from '../workspace/control/scenarios';
import { owner, staff } from './accounts';
import { createAssociation, defaultRegistrants, type Association } from './association';
import { attendanceHeaders, attendanceTab } from './attendance';
import { eventHeaders, eventsTab } from './events';
import { formItems, formTitle } from './form';
import { ledgerHeaders, ledgerTab, textColumns } from './ledger';
import { pasteTable } from './paste';

/** What is played in, and the form's edit URL, which the owner will need. */
export interface Played extends SampleInfo {
  formUrl: string;
  association: Association;
}

const staffAccounts = staff.map(({ account }) => account);

/** A workbook with these tabs, owned by the office account and shared with the staff. */
async function createWorkbook(control: ControlClient, title: string, tabs: readonly string[]): Promise<void> {
  await control.post('/api/workbook', {
    owner,
    editors: staffAccounts,
    title,
    timeZone: 'Asia/Tokyo',
    locale: 'ja_JP',
    tabs,
  });
}

/** The association as it was before us: old 台帳, 行事一覧, 受講者名簿, and the form with its old answers. */
export async function playAssociation(control: ControlClient, options: ScenarioOptions): Promise<Played> {
  const association = createAssociation({
    registrants: options.registrants ?? defaultRegistrants,
    now: options.now,
  });
  const typist = staff[0].account;
  await createWorkbook(control, '職業紹介士台帳', [ledgerTab, eventsTab, attendanceTab]);
  await pasteTable(control, typist, ledgerTab, {
    headers: ledgerHeaders,
    textColumns,
    rows: association.ledger,
  });
  await pasteTable(control, typist, eventsTab, {
    headers: eventHeaders,
    textColumns: [],
    rows: association.eventList,
  });
  await pasteTable(control, typist, attendanceTab, {
    headers: attendanceHeaders,
    textColumns: ['登録番号'],
    rows: association.attendance,
  });
  const form = await createForm(control);
  for (const { at, answers } of association.answers) {
    await control.post('/api/form', { answers, at, fire: 'never' });
  }
  return { owner, staff: staffAccounts, cases: association.cases, formUrl: form.editUrl, association };
}

async function createForm(control: ControlClient): Promise<{ editUrl: string }> {
  return control.post<{ editUrl: string }>('/api/forms', { owner, title: formTitle, items: formItems });
}

/** A spreadsheet with nothing in it and no form. */
export async function playNothing(control: ControlClient): Promise<SampleInfo> {
  await createWorkbook(control, '無題のスプレッドシート', ['シート1']);
  return { owner, staff: staffAccounts, cases: {} };
}
