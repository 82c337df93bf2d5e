/** Door 2: the menu マイページ, its sidebar and dialogs. */
import { DomainError } from '../domain/errors';
import { requireMender, requireStaff } from '../usecases/desk/staff';
import { runSetup } from '../usecases/setup/run-setup';
import { officeSentence } from './words';

/** Simple trigger: builds the menu, touches nothing else. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createMenu('マイページ')
    .addItem('事務局画面を開く', 'openOffice')
    .addItem('取込', 'openImport')
    .addItem('印刷', 'openPrint')
    .addSeparator()
    .addItem('初期設定', 'runSetup')
    .addItem('設定を点検する', 'openCheck')
    .addItem('受付を止める', 'openReception')
    .addItem('本番に切り替える', 'openProduction')
    .addToUi();
}

/** 事務局画面を開く */
export function openOffice(): void {
  const ui = SpreadsheetApp.getUi();
  guarded(ui, () => {
    requireMender();
    ui.showSidebar(officePage('sidebar', {}).setTitle('事務局画面'));
  });
}

/** 初期設定 */
export function openSetup(): void {
  const ui = SpreadsheetApp.getUi();
  guarded(ui, () => {
    ui.showModalDialog(officePage('setup', runSetup()).setWidth(640).setHeight(560), '初期設定');
  });
}

/** 取込 */
export function openImport(): void {
  const ui = SpreadsheetApp.getUi();
  guarded(ui, () => {
    requireStaff();
    ui.showModalDialog(officePage('import', {}).setWidth(800).setHeight(600), '取込');
  });
}

/** 印刷 */
export function openPrint(): void {
  const ui = SpreadsheetApp.getUi();
  guarded(ui, () => {
    requireStaff();
    ui.showModalDialog(officePage('print', {}).setWidth(1000).setHeight(700), '印刷');
  });
}

/** 本番に切り替える */
export function openProduction(): void {
  const ui = SpreadsheetApp.getUi();
  guarded(ui, () => {
    requireStaff();
    ui.showModalDialog(officePage('production', {}).setWidth(600).setHeight(560), '本番に切り替える');
  });
}

/** 設定を点検する */
export function openCheck(): void {
  const ui = SpreadsheetApp.getUi();
  guarded(ui, () => {
    requireStaff();
    ui.showModalDialog(officePage('check', {}).setWidth(640).setHeight(600), '設定を点検する');
  });
}

/** 受付を止める, and 再開する */
export function openReception(): void {
  const ui = SpreadsheetApp.getUi();
  guarded(ui, () => {
    requireStaff();
    ui.showModalDialog(officePage('reception', {}).setWidth(520).setHeight(480), '受付を止める／再開する');
  });
}

/** Refusals become a dialog with a sentence; anything else is a bug and stays an error. */
function guarded(ui: GoogleAppsScript.Base.Ui, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    ui.showModalDialog(
      officePage('message', { text: officeSentence(error) })
        .setWidth(480)
        .setHeight(240),
      'お知らせ',
    );
  }
}

/** The page, told by one hidden element which view it is and what it shows. */
function officePage(view: string, facts: unknown): GoogleAppsScript.HTML.HtmlOutput {
  return HtmlService.createHtmlOutputFromFile('office').append(
    `<div id="view" data-view="${view}" data-facts="${escaped(JSON.stringify(facts))}" hidden></div>`,
  );
}

/** Text as it may stand between the quotes of an attribute: it holds what people typed into cells. */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
