/** Static parse of script files: what the editor would refuse, and which functions it would list. */
import { parse } from 'acorn';
import type { AnyNode, Program } from 'acorn';

const FUNCTION_VALUES = new Set(['FunctionExpression', 'ArrowFunctionExpression']);

interface SyntaxProblem {
  message: string;
  loc?: { line: number };
}

function syntaxProblem(error: unknown): SyntaxProblem | undefined {
  return error instanceof SyntaxError ? error : undefined;
}

function editorError(message: string, line: number, file: string): Error {
  return new Error(`Syntax error: SyntaxError: ${message} line: ${line} file: ${file}.gs`);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The first node below `root` (in no particular order) that fulfils `test`. */
function findNode(root: AnyNode, test: (node: AnyNode) => boolean): AnyNode | undefined {
  if (test(root)) return root;
  for (const child of Object.values(root)) {
    for (const node of Array.isArray(child) ? (child as unknown[]) : [child as unknown]) {
      const found = isNode(node) ? findNode(node, test) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Class members Google documents as unsupported: `#private` and static fields. */
function refusedMember(node: AnyNode): boolean {
  return node.type === 'PrivateIdentifier' || (node.type === 'PropertyDefinition' && node.static);
}

/**
 * Parses a file as the editor does. Throws the editor's syntax error for what it refuses (modules, top-level await,
 * `#private`, static fields), and `NotInWorkspace` for syntax newer than ES2020, whose support nobody has confirmed.
 */
export function parseScript(source: string, file: string): Program {
  try {
    const program = parse(source, { ecmaVersion: 2020, sourceType: 'script', locations: true });
    const dynamicImport = findNode(program, (node) => node.type === 'ImportExpression');
    if (dynamicImport) {
      throw editorError(
        'Cannot use import statement outside a module',
        dynamicImport.loc?.start.line ?? 1,
        file,
      );
    }
    return program;
  } catch (error) {
    const problem = syntaxProblem(error);
    if (problem === undefined) throw error;
    const newer = parseNewer(source);
    const line = problem.loc?.line ?? 1;
    if (newer !== undefined && findNode(newer, refusedMember) === undefined) {
      throw new Error(`NotInWorkspace: syntax newer than ES2020, line: ${line} file: ${file}.gs`, {
        cause: error,
      });
    }
    throw editorError(problem.message.replace(/ \(\d+:\d+\)$/u, ''), line, file);
  }
}

function parseNewer(source: string): Program | undefined {
  try {
    return parse(source, { ecmaVersion: 'latest', sourceType: 'script', locations: true });
  } catch (error) {
    if (syntaxProblem(error) === undefined) throw error;
    return undefined;
  }
}

/**
 * Names of the functions the editor lists and clients may call: `function f(){}` and `var|let|const f = function|()=>`
 * at the top level, async and generators included; names ending `_` are private (facts/platform.md 1.5, 1.6).
 */
export function topLevelFunctions(program: Program): string[] {
  const names: string[] = [];
  for (const statement of program.body) {
    if (statement.type === 'FunctionDeclaration') names.push(statement.id.name);
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      if (id.type === 'Identifier' && init && FUNCTION_VALUES.has(init.type)) names.push(id.name);
    }
  }
  return names.filter((name) => !name.endsWith('_'));
}
