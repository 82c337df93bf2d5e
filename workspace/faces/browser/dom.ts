/** Elements made in one expression; text only ever enters as text. */

type Child = Node | string;
type Handlers = { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };

/** Attributes by name, handlers under `on`. An attribute that is undefined or false is left out. */
export interface Props {
  [attribute: string]: string | number | boolean | undefined | Handlers;
  on?: Handlers;
}

/** A new element. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === 'on' || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [type, handler] of Object.entries(props.on ?? {})) {
    element.addEventListener(type, handler as EventListener);
  }
  element.append(...children);
  return element;
}

/** Text with its http(s) addresses as links that open in a new tab. */
export function withLinks(text: string): Child[] {
  return text
    .split(/(https?:\/\/[^\s<>"'（）「」、。]+)/u)
    .map((part, index) =>
      index % 2 === 0 ? part : h('a', { href: part, target: '_blank', rel: 'noopener' }, part),
    );
}
