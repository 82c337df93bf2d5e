/** Who may edit the spreadsheet. Whether a link opens it cannot be asked with the scopes of this project (docs/deploy.md). */

/** Addresses of those who may edit; the account it belongs to may be among them or not. */
export function editorAccounts(): string[] {
  return SpreadsheetApp.getActiveSpreadsheet()
    .getEditors()
    .map((user) => user.getEmail());
}
