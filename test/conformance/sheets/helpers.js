/** A blank tab of its own for a check; it is deleted afterwards, whatever happens. */
function onSheet_(check) {
  var book = SpreadsheetApp.getActiveSpreadsheet();
  var sheet = book.insertSheet('conformance-' + Utilities.getUuid());
  try {
    check(sheet, book);
  } finally {
    book.deleteSheet(sheet);
  }
}

/** Throws unless the function throws an error with this text in its message. */
function refuses_(act, text) {
  var message = 'nothing was thrown';
  try {
    act();
  } catch (error) {
    message = String(error && error.message);
  }
  if (message.indexOf(text) < 0) throw new Error('expected "' + text + '", found "' + message + '"');
}
