/**
 * Facts of the platform as executable checks. The same project runs on the local Workspace and, pushed once with
 * clasp, on Google (bound to an empty spreadsheet, by a user whose language is English).
 */
var facts_ = [];

/**
 * Registers a fact. `about`: `{id, fact, source, grade, where?}`; `grade`: D documented, M measured by a named third
 * party, F field report, U unconfirmed (checks what the Workspace chose); `where`: the one context it holds in
 * (`webapp` | `editor`). `check` throws when the fact does not hold.
 */
function fact(about, check) {
  if (facts_.some((other) => other.about.id === about.id))
    throw new Error('Two facts are called ' + about.id);
  facts_.push({ about: about, check: check });
}

/** Checks all facts of a context (default: the editor's) and returns one row each, as JSON text. */
function runConformance(where) {
  var context = where || 'editor';
  var rows = facts_
    .filter((each) => !each.about.where || each.about.where === context)
    .map((each) => {
      var about = each.about;
      var row = {
        id: about.id,
        fact: about.fact,
        source: about.source,
        grade: about.grade,
        ok: true,
        found: '',
      };
      try {
        each.check();
      } catch (error) {
        row.ok = false;
        row.found = String(error);
      }
      return row;
    });
  rows.filter((row) => !row.ok).forEach((row) => console.log(row.id + ': ' + row.found));
  return JSON.stringify(rows);
}

/** The facts of a web app, as a page. */
function doGet() {
  var rows = JSON.parse(runConformance('webapp'));
  var lines = rows.map((row) => (row.ok ? 'holds ' : 'FAILS ') + row.id + (row.ok ? '' : ': ' + row.found));
  return HtmlService.createHtmlOutput('<pre></pre>')
    .setContent('<pre>')
    .appendUntrusted(lines.join('\n'))
    .append('</pre>');
}

/** Throws unless both are the same value, or the same by JSON. */
function equal_(found, expected) {
  if (Object.is(found, expected)) return;
  var foundText = JSON.stringify(found);
  if (typeof found === 'object' && foundText === JSON.stringify(expected)) return;
  throw new Error('expected ' + JSON.stringify(expected) + ', found ' + (foundText || String(found)));
}

/** Throws unless `act` throws an Error of this name whose message is `text` (a string) or matches it. */
function throws_(act, name, text) {
  var thrown;
  try {
    act();
  } catch (error) {
    thrown = error;
  }
  if (!thrown) throw new Error('expected ' + name + ': ' + text + ', nothing was thrown');
  var fits = typeof text === 'string' ? thrown.message === text : text.test(thrown.message);
  if (thrown.name !== name || !fits) {
    throw new Error('expected ' + name + ': ' + text + ', thrown ' + thrown.name + ': ' + thrown.message);
  }
}
