/** Protection of SpreadsheetApp. */
import { javaEnum } from '../enums';
import { strict } from '../errors';
import { call } from '../host';
import { is, mismatch, signature } from '../signature';
import { makerOf, requireRange } from './handles';
import type { Place } from './values';

/** SpreadsheetApp.ProtectionType. */
export const ProtectionType = javaEnum('ProtectionType', ['RANGE', 'SHEET']);

const NAME = 'SpreadsheetApp.Protection';

interface Facts {
  type: 'RANGE' | 'SHEET';
  place: Place;
  description: string;
  warningOnly: boolean;
  editors: string[];
  unprotected: Place[];
  canEdit: boolean;
}

/** A User: only its address is known. */
export function createUser(email: string): object {
  return strict({ getEmail: () => email, getUserLoginId: () => email, toString: () => email }, 'User');
}

function address(user: unknown): string | undefined {
  if (typeof user === 'string') return user;
  const get =
    typeof user === 'object' && user !== null ? (user as { getEmail?: unknown }).getEmail : undefined;
  return typeof get === 'function' ? String((get as () => unknown)()) : undefined;
}

/** The Protection object of an id. */
export function createProtection(id: number): object {
  const facts = (): Facts => call('Protection.get', id) as Facts;
  const people = (method: string, args: unknown[], many: boolean): string[] => {
    const list = many ? args[0] : [args[0]];
    if (args.length !== 1 || !Array.isArray(list)) return mismatch(`${NAME}.${method}`, args);
    return list.map((user) => address(user) ?? mismatch(`${NAME}.${method}`, args));
  };
  const change = (method: string, ...rest: unknown[]): object => {
    call(`Protection.${method}`, id, ...rest);
    return protection;
  };
  const protection: object = strict(
    {
      remove: () => {
        call('Protection.remove', id);
      },
      getDescription: () => facts().description,
      setDescription(...args: unknown[]) {
        signature(`${NAME}.setDescription`, args, [is.string]);
        return change('setDescription', args[0]);
      },
      isWarningOnly: () => facts().warningOnly,
      setWarningOnly(...args: unknown[]) {
        signature(`${NAME}.setWarningOnly`, args, [is.boolean]);
        return change('setWarningOnly', args[0]);
      },
      getEditors: () => facts().editors.map(createUser),
      addEditor: (...args: unknown[]) => change('addEditors', people('addEditor', args, false)),
      addEditors: (...args: unknown[]) => change('addEditors', people('addEditors', args, true)),
      removeEditor: (...args: unknown[]) => change('removeEditors', people('removeEditor', args, false)),
      removeEditors: (...args: unknown[]) => change('removeEditors', people('removeEditors', args, true)),
      canEdit: () => facts().canEdit,
      // People of a domain are no editors here, so there is nothing to switch off.
      canDomainEdit: () => false,
      getProtectionType: () => ProtectionType[facts().type],
      getRange: () => makerOf('range')(facts().place),
      setRange(...args: unknown[]) {
        return change('setRange', requireRange(args[0], `${NAME}.setRange`, args));
      },
      getUnprotectedRanges: () => facts().unprotected.map((found) => makerOf('range')(found)),
      setUnprotectedRanges(...args: unknown[]) {
        signature(`${NAME}.setUnprotectedRanges`, args, [is.array]);
        const ranges = args[0] as unknown[];
        return change(
          'setUnprotectedRanges',
          ranges.map((range) => requireRange(range, `${NAME}.setUnprotectedRanges`, args)),
        );
      },
    },
    NAME,
  );
  return protection;
}

/** The protections of a kind, of one tab or (null) of all. */
export function listProtections(method: string, args: unknown[], tabId: number | null): object[] {
  signature(method, args, [is.enum('ProtectionType')]);
  return (call('Protection.list', String(args[0]), tabId) as number[]).map(createProtection);
}
