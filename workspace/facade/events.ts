/** Event objects, built inside the context from the descriptor of the execution request. */
import type { Json } from '../engine/service';
import { notInWorkspace } from './errors';
import { AuthMode, clockEvent, formSubmitEmptyEvent, formSubmitEvent } from './trigger-events';
import { changeEvent, editEvent, openEvent } from './spreadsheet/events';
import { textOf } from './text';

type Descriptor = Record<string, Json | undefined>;

/** The event of doGet for a query string (`a=1&b=2`, without `?`). */
function getEvent({ query }: Descriptor): object {
  const queryString = typeof query === 'string' ? query.replace(/^\?/u, '') : '';
  const parameters: Record<string, string[]> = {};
  for (const pair of queryString.split('&').filter((part) => part !== '')) {
    const [key = '', ...rest] = pair.split('=');
    const decode = (text: string): string => decodeURIComponent(text.replace(/\+/gu, ' '));
    (parameters[decode(key)] ??= []).push(decode(rest.join('=')));
  }
  const parameter = Object.fromEntries(Object.entries(parameters).map(([key, values]) => [key, values[0]]));
  return { queryString, parameter, parameters, contextPath: '', contentLength: -1 };
}

/** Descriptors by type, as the host passes them; each is checked where it is made. */
const BUILDERS: Record<string, (descriptor: never, authMode: object) => object> = {
  doGet: getEvent,
  formSubmit: formSubmitEvent,
  formSubmitEmpty: formSubmitEmptyEvent,
  clock: clockEvent,
  edit: editEvent,
  change: changeEvent,
  open: openEvent,
};

/** The object a trigger, doGet or a simple trigger gets. */
export function eventObject(event: Json): object {
  const descriptor = event as Descriptor;
  const build = BUILDERS[textOf(descriptor.type)];
  if (build === undefined) return notInWorkspace(`an event of type ${textOf(descriptor.type)}`);
  // A simple trigger has no id, and runs with limited rights.
  const authMode = descriptor.triggerUid === undefined ? AuthMode.LIMITED : AuthMode.FULL;
  return build(descriptor as never, authMode);
}
