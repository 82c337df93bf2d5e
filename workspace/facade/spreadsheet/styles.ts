/** Looks of cells, kept in the words of the Sheets API (`CellFormat`); nothing here reads them. */
import { platformError } from '../errors';
import { is, signature } from '../signature';

type Style = Record<string, unknown>;

/** `#rrggbb` as the API's Color. */
function color(text: string): Style {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (match === null) throw platformError(`NotInWorkspace: color ${text}`, 'NotInWorkspace');
  const part = (hex: string | undefined): number => parseInt(hex ?? '0', 16) / 255;
  return { red: part(match[1]), green: part(match[2]), blue: part(match[3]) };
}

/** Setters of looks; `set` sends the changed members. */
export function styleMethods(
  name: string,
  set: (style: Style) => object,
): Record<string, (...args: unknown[]) => object> {
  const setter =
    (method: string, check: (value: unknown) => boolean, make: (value: never) => Style) =>
    (...args: unknown[]): object => {
      signature(`${name}.${method}`, args, [check]);
      return set(make(args[0] as never));
    };
  return {
    setBackground: setter('setBackground', is.string, (text: string) => ({ backgroundColor: color(text) })),
    setHorizontalAlignment: setter('setHorizontalAlignment', is.string, (text: string) => ({
      horizontalAlignment: text.toUpperCase(),
    })),
    setVerticalAlignment: setter('setVerticalAlignment', is.string, (text: string) => ({
      verticalAlignment: text.toUpperCase(),
    })),
    setWrap: setter('setWrap', is.boolean, (on: boolean) => ({
      wrapStrategy: on ? 'WRAP' : 'OVERFLOW_CELL',
    })),
  };
}
