/** TextFinder: options are gathered here, the host looks. */
import { notInWorkspace, strict } from '../errors';
import { call } from '../host';
import { is, signature } from '../signature';
import { makerOf, requireRange } from './handles';
import type { Place } from './values';

const NAME = 'SpreadsheetApp.TextFinder';

/** A TextFinder over one place; null: over the whole spreadsheet. */
export function createTextFinder(place: Place | null, text: string): object {
  const options = { text, entireCell: false, matchCase: false, regularExpression: false, formulaText: false };
  let current: Place | null = null;
  const switcher =
    (method: string, key: 'entireCell' | 'matchCase' | 'regularExpression' | 'formulaText') =>
    (...args: unknown[]): object => {
      signature(`${NAME}.${method}`, args, [is.boolean]);
      options[key] = args[0] as boolean;
      return finder;
    };
  const step = (hostMethod: string): object | null => {
    // In which order the tabs are gone through is written nowhere.
    if (place === null) return notInWorkspace(`${hostMethod} over a whole spreadsheet`);
    const found = call(hostMethod, place, options, current) as Place | null;
    if (found === null) return null;
    current = found;
    return makerOf('range')(found);
  };
  const finder = strict(
    {
      matchEntireCell: switcher('matchEntireCell', 'entireCell'),
      matchCase: switcher('matchCase', 'matchCase'),
      useRegularExpression: switcher('useRegularExpression', 'regularExpression'),
      matchFormulaText: switcher('matchFormulaText', 'formulaText'),
      startFrom(...args: unknown[]) {
        current = requireRange(args[0], `${NAME}.startFrom`, args);
        return finder;
      },
      findNext: () => step('TextFinder.findNext'),
      findPrevious: () => step('TextFinder.findPrevious'),
      findAll: () =>
        (call('TextFinder.findAll', place, options) as Place[]).map((found) => makerOf('range')(found)),
      getCurrentMatch: () => (current === null ? null : makerOf('range')(current)),
    },
    NAME,
  );
  return finder;
}
