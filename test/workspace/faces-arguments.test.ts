import { formValues } from '../../workspace/faces/browser/form-values';
import { sanitiseArguments } from '../../workspace/faces/browser/sanitise';

function refusal(...args: unknown[]): string {
  try {
    sanitiseArguments(args);
  } catch (error) {
    return String(error);
  }
  return 'nothing thrown';
}

describe('arguments of google.script.run', () => {
  it('sends plain JSON as it is', () => {
    const args = ['text', 1.5, true, null, ['a', ['b']], { a: { b: [1] } }];
    expect(JSON.parse(sanitiseArguments(args))).toEqual(args);
  });

  it('turns undefined, NaN and Infinity into null and drops undefined properties', () => {
    expect(sanitiseArguments([undefined, NaN, -Infinity, { a: undefined, b: [undefined] }])).toBe(
      '[null,null,null,{"b":[null]}]',
    );
  });

  it('drops keys that end with two underscores', () => {
    expect(sanitiseArguments([{ kept: 1, dropped__: 2, also_: 3 }])).toBe('[{"kept":1,"also_":3}]');
  });

  it('copies inherited enumerable properties and no methods of classes', () => {
    class Person {
      name = 'a';
      greet(): string {
        return this.name;
      }
    }
    expect(sanitiseArguments([Object.create({ inherited: 1 }), new Person()])).toBe(
      '[{"inherited":1},{"name":"a"}]',
    );
  });

  it.each([
    ['a Date', new Date(0)],
    ['a function', (): void => undefined],
    ['a RegExp', /a/u],
    ['a Map', new Map()],
    ['a Set', new Set()],
    ['a typed array', new Uint8Array(1)],
    ['an ArrayBuffer', new ArrayBuffer(1)],
    ['a Promise', Promise.resolve()],
    ['a boxed String', Object('a') as unknown],
    ['a symbol', Symbol('a')],
  ])('throws at the call for %s, naming the index', (_, value) => {
    expect(refusal('fine', value)).toBe('TypeError: Failed due to illegal value in property: 1');
  });

  it('names the innermost property of an illegal value', () => {
    expect(refusal({ rows: [{ born: new Date(0) }] })).toBe(
      'TypeError: Failed due to illegal value in property: born',
    );
  });

  it('throws InvalidArgumentError for an element', () => {
    expect(refusal({ nodeType: 1, tagName: 'DIV' })).toBe(
      'InvalidArgumentError: Failed due to illegal value in property: 0',
    );
  });

  it('throws for circular references and BigInt', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(refusal(circle)).toBe('TypeError: Failed due to circular reference.');
    expect(refusal(1n)).toBe('TypeError: Do not know how to serialize a BigInt');
  });

  it('cannot be used to send a prototype', () => {
    expect(sanitiseArguments([JSON.parse('{"__proto__x":1,"constructor":2}')])).toBe(
      '[{"__proto__x":1,"constructor":2}]',
    );
  });
});

interface FakeField {
  tagName?: string;
  type?: string;
  name?: string;
  value?: string;
  disabled?: boolean;
  checked?: boolean;
  options?: { selected: boolean; value: string }[];
}

function form(...fields: FakeField[]): Pick<HTMLFormElement, 'elements'> {
  const elements = fields.map((field) => ({
    tagName: 'INPUT',
    type: 'text',
    name: '',
    value: '',
    disabled: false,
    ...field,
  }));
  return { elements: elements as unknown as HTMLFormControlsCollection };
}

describe('a form as argument', () => {
  it('gives one text for one field and a list for several of a name', () => {
    expect(
      formValues(
        form(
          { name: 'a', value: '1' },
          { name: 'b', type: 'checkbox', value: 'x', checked: true },
          { name: 'b', type: 'checkbox', value: 'y', checked: true },
          { name: 'c', type: 'checkbox', value: 'z', checked: false },
        ),
        1,
      ),
    ).toEqual({ a: '1', b: ['x', 'y'] });
  });

  it('skips what is disabled, buttons and fieldsets, and reads every selected option', () => {
    expect(
      formValues(
        form(
          { name: 'off', value: '1', disabled: true },
          { name: 'go', type: 'submit', value: 'send' },
          { name: 'set', tagName: 'FIELDSET', type: 'fieldset' },
          {
            name: 'many',
            tagName: 'SELECT',
            type: 'select-multiple',
            options: [
              { selected: true, value: '1' },
              { selected: false, value: '2' },
              { selected: true, value: '3' },
            ],
          },
          { name: 'pic', type: 'image' },
        ),
        1,
      ),
    ).toEqual({ many: ['1', '3'], pic: '', 'pic.x': '0', 'pic.y': '0' });
  });

  it('must be the only argument, and holds no file here', () => {
    expect(() => formValues(form(), 2)).toThrow('Forms with file inputs must be the only parameter.');
    expect(() => formValues(form({ type: 'file', name: 'proof' }), 1)).toThrow(/^NotInWorkspace: /u);
  });
});
