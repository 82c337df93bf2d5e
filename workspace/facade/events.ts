/** Event objects, built inside the context from the descriptor of the execution request. */
import type { Json } from '../engine/service';
import { notInWorkspace } from './errors';
import { clockEvent, formSubmitEmptyEvent, formSubmitEvent } from './script-app';
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

/** The object a trigger, doGet or a simple trigger gets. */
export function eventObject(event: Json): object {
  const descriptor = event as Descriptor;
  switch (descriptor.type) {
    case 'doGet':
      return getEvent(descriptor);
    case 'formSubmit':
      return formSubmitEvent(descriptor as unknown as Parameters<typeof formSubmitEvent>[0]);
    case 'formSubmitEmpty':
      return formSubmitEmptyEvent(descriptor as unknown as Parameters<typeof formSubmitEmptyEvent>[0]);
    case 'clock':
      return clockEvent(descriptor as unknown as Parameters<typeof clockEvent>[0]);
    default:
      return notInWorkspace(`an event of type ${textOf(descriptor.type)}`);
  }
}
