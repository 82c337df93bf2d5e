/** The context's Date and Intl on workspace time. */
import { workspaceNow } from './host';

type DateFormat = Intl.DateTimeFormat;

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
}
