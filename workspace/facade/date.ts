/** The context's Date and Intl on workspace time. */
import { notInWorkspace } from './errors';
import { workspaceNow } from './host';

type DateFormat = Intl.DateTimeFormat;

/** Whether Google's Intl knows calendars beside the Gregorian one is unconfirmed: they are not guessed here. */
function requireKnownCalendar(locales: unknown, options: unknown): void {
  const asked = [locales].flat().filter((locale) => typeof locale === 'string');
  const calendars = [
    ...asked.map((locale) => /-u(?:-\w+)*?-ca-(\w+)/u.exec(locale)?.[1]),
    (options as { calendar?: string } | undefined)?.calendar,
  ];
  const other = calendars.find((name) => name !== undefined && !/^(?:gregory|iso8601)$/u.test(name));
  if (other !== undefined) notInWorkspace(`the calendar ${other} of Intl`);
}

function guardCalendars(): void {
  const NativeFormat = Intl.DateTimeFormat;
  const GuardedFormat = new Proxy(NativeFormat, {
    apply(target, _self, args: [string?, Intl.DateTimeFormatOptions?]) {
      requireKnownCalendar(...(args as [unknown, unknown]));
      return target(...args);
    },
    construct(target, args: [string?, Intl.DateTimeFormatOptions?], newTarget) {
      requireKnownCalendar(...(args as [unknown, unknown]));
      return Reflect.construct(target, args, newTarget) as DateFormat;
    },
  });
  NativeFormat.prototype.constructor = GuardedFormat;
  Object.defineProperty(Intl, 'DateTimeFormat', { value: GuardedFormat });
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    const native = Object.getOwnPropertyDescriptor(Date.prototype, name)?.value as Date['toLocaleString'];
    Object.defineProperty(Date.prototype, name, {
      value(this: Date, ...args: [string?, Intl.DateTimeFormatOptions?]) {
        requireKnownCalendar(...(args as [unknown, unknown]));
        return native.apply(this, args);
      },
    });
  }
}

/** `Intl.DateTimeFormat` formats the present when it is given nothing: give it the workspace's. */
function patchIntl(): void {
  const prototype = Intl.DateTimeFormat.prototype;
  const native = Object.getOwnPropertyDescriptors(prototype) as unknown as {
    format: { get: (this: DateFormat) => (date: Date | number) => string };
    formatToParts: { value: DateFormat['formatToParts'] };
  };
  Object.defineProperty(prototype, 'format', {
    configurable: true,
    enumerable: false,
    get(this: DateFormat) {
      const bound = native.format.get.call(this);
      return (date?: Date | number) => bound(date ?? workspaceNow());
    },
  });
  prototype.formatToParts = function formatToParts(date) {
    return native.formatToParts.value.call(this, date ?? workspaceNow());
  };
}

/** Replaces Date in this context: `Date()`, `new Date()` and `Date.now()` tell workspace time; `instanceof` holds. */
export function patchDate(realm: Record<string, unknown>): void {
  const NativeDate = Date;
  NativeDate.now = () => Math.floor(workspaceNow());
  const WorkspaceDate = new Proxy(NativeDate, {
    apply: () => new NativeDate(workspaceNow()).toString(),
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [workspaceNow()] : args, newTarget) as Date,
  });
  Object.defineProperty(NativeDate.prototype, 'constructor', {
    value: WorkspaceDate,
    writable: true,
    configurable: true,
    enumerable: false,
  });
  Object.defineProperty(realm, 'Date', {
    value: WorkspaceDate,
    writable: true,
    configurable: true,
    enumerable: false,
  });
  patchIntl();
  guardCalendars();
}
