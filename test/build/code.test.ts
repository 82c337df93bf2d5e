/** Code.js as Google will load it. */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { parse } from 'acorn';
import surface from '../../build/surface.json';

const code = readFileSync('dist/Code.js', 'utf8');

/** What Apps Script lacks though a bare V8 context has it. */
const absent = ['SharedArrayBuffer', 'Atomics'];

/** Code.js evaluated as a classic script in a context with ECMAScript alone; text may not become code. */
function load(): Record<string, unknown> {
  const globals = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(absent.map((name) => `delete globalThis.${name};`).join(''), globals);
  vm.runInContext(code, globals, { filename: 'Code.js' });
  return globals;
}

function isEmptyFunction(value: unknown): boolean {
  return typeof value === 'function' && /\{\s*\}$/.test(Function.prototype.toString.call(value));
}

describe('Code.js', () => {
  it('declares at its top exactly the functions of surface.json', () => {
    const { body } = parse(code, { ecmaVersion: 2020, sourceType: 'script' });
    const declared = body.flatMap((statement) => {
      if (statement.type === 'FunctionDeclaration') return [statement.id.name];
      if (statement.type === 'ExpressionStatement') return [];
      return [`${statement.type} at the top level`];
    });
    expect(declared.sort()).toEqual([...surface].sort());
  });

  it('puts a real function in place of each empty declaration when it runs', () => {
    const globals = load();
    expect(surface.filter((name) => typeof globals[name] !== 'function')).toEqual([]);
    expect(surface.filter((name) => isEmptyFunction(globals[name]))).toEqual([]);
  });

  it('adds no other global', () => {
    const before = new Set(Object.keys(vm.createContext({})));
    const added = Object.keys(load()).filter((name) => !before.has(name));
    expect(added.sort()).toEqual([...surface].sort());
  });

  it('is ES2020 without eval', () => {
    expect(() => parse(code, { ecmaVersion: 2020, sourceType: 'script' })).not.toThrow();
    expect(code).not.toMatch(/\beval\(|new Function\(/);
  });
});
