/** ScriptApp: triggers, and the address of the web app. */
import type { Json } from '../engine/service';
import { javaEnum } from './enums';
import type { EnumValue } from './enums';
import {
  notInWorkspace,
  platformError,
  platformFailure,
  requireArgument,
  serviceName,
  strict,
} from './errors';
import { call } from './host';
import { is, mismatch, signature } from './signature';
import { AuthMode } from './trigger-events';

const AuthorizationStatus = javaEnum('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);
const EventType = javaEnum('EventType', [
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
]);
const TriggerSource = javaEnum('TriggerSource', ['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR']);
const WeekDay = javaEnum('Weekday', [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
]);

interface TriggerData {
  uid: string;
  handler: string;
  source: 'CLOCK' | 'SPREADSHEETS' | 'FORMS';
  sourceId: string | null;
  event: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
}

const uids = new WeakMap<object, string>();

function createTrigger(data: TriggerData): object {
  const trigger = strict(
    {
      getUniqueId: () => data.uid,
      getHandlerFunction: () => data.handler,
      getTriggerSource: () => TriggerSource[data.source],
      getTriggerSourceId: () => data.sourceId,
      getEventType: () => EventType[data.event],
    },
    'ScriptApp.Trigger',
  );
  uids.set(trigger, data.uid);
  return trigger;
}

function create(wanted: Record<string, unknown>): object {
  return createTrigger(call('TriggerBuilder.create', wanted) as TriggerData);
}

/** A builder for events of a form or a spreadsheet: one event, then create(). */
function sourceBuilder(
  name: string,
  handler: string,
  source: 'SPREADSHEETS' | 'FORMS',
  sourceId: string,
  events: Record<string, string>,
): object {
  let event: string | undefined;
  const choices = Object.entries(events).map(([method, type]) => [
    method,
    (...args: unknown[]) => {
      signature(`ScriptApp.${name}.${method}`, args, []);
      event = type;
      return builder;
    },
  ]);
  const builder: object = strict(
    {
      ...(Object.fromEntries(choices) as Record<string, () => object>),
      create: () =>
        event === undefined
          ? notInWorkspace(`${name}.create without an event`)
          : create({ handler, source, sourceId, event, clock: null }),
    },
    `ScriptApp.${name}`,
  );
  return builder;
}

const MINUTES = [1, 5, 10, 15, 30];
const HOURS = [1, 2, 4, 6, 8, 12];

function clockBuilder(handler: string): object {
  const spec: Record<string, Json> = {};
  const whole =
    (method: string, key: string, from: number, to: number) =>
    (...args: unknown[]): object => {
      signature(`ScriptApp.ClockTriggerBuilder.${method}`, args, [is.number]);
      const value = args[0] as number;
      if (!Number.isInteger(value) || value < from || value > to) {
        throw platformFailure('invalidArgument', String(value));
      }
      spec[key] = value;
      return builder;
    };
  const builder: object = strict(
    {
      after: whole('after', 'after', 0, Number.MAX_SAFE_INTEGER),
      at(...args: unknown[]) {
        signature('ScriptApp.ClockTriggerBuilder.at', args, [is.date]);
        spec['at'] = (args[0] as Date).getTime();
        return builder;
      },
      atDate(...args: unknown[]) {
        signature('ScriptApp.ClockTriggerBuilder.atDate', args, [is.number, is.number, is.number]);
        spec['atDate'] = args as number[];
        return builder;
      },
      atHour: whole('atHour', 'atHour', 0, 23),
      everyDays: whole('everyDays', 'everyDays', 1, 365),
      everyHours(...args: unknown[]) {
        signature('ScriptApp.ClockTriggerBuilder.everyHours', args, [is.number]);
        if (!HOURS.includes(args[0] as number))
          notInWorkspace(`ClockTriggerBuilder.everyHours(${String(args[0])})`);
        spec['everyHours'] = args[0] as number;
        return builder;
      },
      everyMinutes(...args: unknown[]) {
        signature('ScriptApp.ClockTriggerBuilder.everyMinutes', args, [is.number]);
        if (!MINUTES.includes(args[0] as number)) {
          throw platformError(
            'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
          );
        }
        spec['everyMinutes'] = args[0] as number;
        return builder;
      },
      everyWeeks: whole('everyWeeks', 'everyWeeks', 1, 52),
      inTimezone(...args: unknown[]) {
        signature('ScriptApp.ClockTriggerBuilder.inTimezone', args, [is.string]);
        try {
          new Intl.DateTimeFormat('en-US', { timeZone: args[0] as string });
        } catch {
          throw platformFailure('invalidArgument', String(args[0]));
        }
        spec['timeZone'] = args[0] as string;
        return builder;
      },
      nearMinute: whole('nearMinute', 'nearMinute', 0, 59),
      onMonthDay: whole('onMonthDay', 'monthDay', 1, 31),
      onWeekDay(...args: unknown[]) {
        requireArgument(args[0], 'day');
        signature('ScriptApp.ClockTriggerBuilder.onWeekDay', args, [is.enum('Weekday')]);
        spec['weekDay'] = (args[0] as EnumValue).ordinal() || 7;
        return builder;
      },
      create: () => create({ handler, source: 'CLOCK', sourceId: null, event: 'CLOCK', clock: spec }),
    },
    'ScriptApp.ClockTriggerBuilder',
  );
  return builder;
}

/** The id of a form or spreadsheet given as such or as its id. */
function sourceId(method: string, args: readonly unknown[], service: string): string {
  const [given] = args;
  if (args.length === 1 && typeof given === 'string') return given;
  const fits = args.length === 1 && serviceName(given)?.endsWith(`.${service}`) === true;
  return fits ? (given as { getId(): string }).getId() : mismatch(`ScriptApp.TriggerBuilder.${method}`, args);
}

function triggerBuilder(handler: string): object {
  return strict(
    {
      timeBased: () => clockBuilder(handler),
      forForm: (...args: unknown[]) =>
        sourceBuilder('FormTriggerBuilder', handler, 'FORMS', sourceId('forForm', args, 'Form'), {
          onFormSubmit: 'ON_FORM_SUBMIT',
        }),
      forSpreadsheet: (...args: unknown[]) =>
        sourceBuilder(
          'SpreadsheetTriggerBuilder',
          handler,
          'SPREADSHEETS',
          sourceId('forSpreadsheet', args, 'Spreadsheet'),
          { onEdit: 'ON_EDIT', onChange: 'ON_CHANGE', onOpen: 'ON_OPEN' },
        ),
    },
    'ScriptApp.TriggerBuilder',
  );
}

/** Installs ScriptApp. */
export function install(target: Record<string, unknown>): void {
  target['ScriptApp'] = strict(
    {
      AuthMode,
      AuthorizationStatus,
      EventType,
      TriggerSource,
      WeekDay,
      newTrigger(...args: unknown[]) {
        signature('ScriptApp.newTrigger', args, [is.string]);
        return triggerBuilder(args[0] as string);
      },
      getProjectTriggers(...args: unknown[]) {
        signature('ScriptApp.getProjectTriggers', args, []);
        return (call('ScriptApp.getProjectTriggers') as TriggerData[]).map(createTrigger);
      },
      deleteTrigger(...args: unknown[]) {
        signature('ScriptApp.deleteTrigger', args, [is.service('ScriptApp.Trigger')]);
        call('ScriptApp.deleteTrigger', uids.get(args[0] as object));
      },
      getService(...args: unknown[]) {
        signature('ScriptApp.getService', args, []);
        return strict({ getUrl: () => call('Service.getUrl') }, 'ScriptApp.Service');
      },
    },
    'ScriptApp',
  );
}
