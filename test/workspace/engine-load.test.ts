import { rmSync } from 'node:fs';
import { parseScript, topLevelFunctions } from '../../workspace/engine/functions';
import { readProject } from '../../workspace/engine/project';
import { ask, closeAll, openTiny, valueOf, writeProject } from './engine-project';

afterAll(closeAll);

/** The error a project of one file is refused with. */
async function refusal(source: string): Promise<string> {
  const folder = writeProject({ 'Code.js': source });
  try {
    await readProject(folder);
    return 'accepted';
  } catch (error) {
    return (error as Error).message;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a project', () => {
  it.each([
    ['import x from "x";', /^Syntax error: SyntaxError: .*import.* line: 1 file: Code\.gs$/u],
    ['\nexport const a = 1;', /^Syntax error: SyntaxError: .*export.* line: 2 file: Code\.gs$/u],
    ['const a = await 1;', /^Syntax error: SyntaxError: .* line: 1 file: Code\.gs$/u],
    ['function f() { return import("x"); }', /^Syntax error: .* line: 1 file: Code\.gs$/u],
    ['class A { #x = 1; }', /^Syntax error: SyntaxError: /u],
    ['class A { static count = 0; }', /^Syntax error: SyntaxError: /u],
    ['function f( {', /^Syntax error: SyntaxError: Unexpected token line: 1 file: Code\.gs$/u],
    ['let a; a ??= 1;', /^NotInWorkspace: syntax newer than ES2020, line: 1 file: Code\.gs$/u],
    ['class A { x = 1; }', /^NotInWorkspace: syntax newer than ES2020/u],
    ['const a = b?.c ?? 1n; async function* g() {}', /^accepted$/u],
  ])('is refused as the editor refuses it: %s', async (source, text) => {
    expect(await refusal(source)).toMatch(text);
  });

  it('lists functions declared at the top level as the editor does', () => {
    const source = `
      function plain() {} async function later() {} function* many() {}
      var a = function () {}, b = () => 1; let c = async () => 1; const d = async function () {};
      const e = 1, f = plain; { function inner() {} } global.g = () => 1; class H {} function private_() {}`;
    const names = ['plain', 'later', 'many', 'a', 'b', 'c', 'd'];
    expect(topLevelFunctions(parseScript(source, 'Code'))).toEqual(names);
  });

  it('is loaded file by file in the order of names, into one scope', async () => {
    const workspace = await openTiny({
      'b.js': 'order.push("b"); function last() { return "b"; }',
      'a.js':
        'const order = ["a"]; function last() { return "a"; } function get() { return order.concat(shared()); }',
      'c.js': 'function shared() { return "c"; }',
      'page.html': '<p>はい</p>',
    });
    expect(await valueOf(workspace, 'get')).toEqual(['a', 'b', 'c']);
    expect(await valueOf(workspace, 'last')).toBe('b');
    expect(workspace.engine.htmlFile('page')).toBe('<p>はい</p>');
  });

  it('fails every execution when two files declare the same constant, or a file throws at load', async () => {
    const twice = await openTiny({ 'a.js': 'const x = 1; function f() {}', 'b.js': 'const x = 2;' });
    expect((await ask(twice, 'f')).error?.message).toBe(
      "SyntaxError: Identifier 'x' has already been declared",
    );
    const broken = await openTiny('function f() { return 1; } missing();');
    expect((await ask(broken, 'f')).error?.message).toBe('ReferenceError: missing is not defined');
  });

  it('needs a manifest of the V8 runtime', async () => {
    const folder = writeProject({ 'Code.js': '' }, { runtimeVersion: 'DEPRECATED_ES5' });
    await expect(readProject(folder)).rejects.toThrow('"runtimeVersion" must be "V8"');
    rmSync(`${folder}/appsscript.json`);
    await expect(readProject(folder)).rejects.toThrow('There is no appsscript.json');
    rmSync(folder, { recursive: true });
  });
});
