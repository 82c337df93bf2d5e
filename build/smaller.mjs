/** What the bundler leaves longer than it must be: joined strings as calls, names of design tokens. */
import { parse } from 'acorn';

/** A sum may stand there without brackets. */
const FREE = new Set([
  'CallExpression arguments',
  'NewExpression arguments',
  'ArrayExpression elements',
  'Property value',
  'ReturnStatement argument',
  'VariableDeclarator init',
  'AssignmentExpression right',
  'ArrowFunctionExpression body',
  'SequenceExpression expressions',
  'ExpressionStatement expression',
  'LogicalExpression right',
  'ConditionalExpression test',
  'ConditionalExpression consequent',
  'ConditionalExpression alternate',
]);
/** An operand of a sum that needs no brackets. */
const WHOLE = new Set(['Identifier', 'Literal', 'MemberExpression', 'CallExpression']);

/**
 * `"".concat(a,"b").concat(c)`, as which template literals are written for HtmlService, as `a+"b"+c`. Only calls on a string
 * that stands there are touched.
 * @param {string} code
 */
export function joinByPlus(code) {
  /** @param {any} node @returns {any[] | undefined} the parts joined by the call */
  const partsOf = (node) => {
    if (node.type === 'Literal') return typeof node.value === 'string' ? [node] : undefined;
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
    const { object, property, computed } = node.callee;
    if (computed || property.name !== 'concat') return undefined;
    const parts = partsOf(object);
    return parts && [...parts, ...node.arguments.map(plain)];
  };
  /** @param {any} node a sum makes text of it anyway */
  const plain = (node) =>
    node.type === 'CallExpression' && node.callee.name === 'String' && node.arguments.length === 1
      ? node.arguments[0]
      : node;
  /** @param {any} node */
  const isText = (node) => node?.type === 'Literal' && typeof node.value === 'string';
  /** @param {any} node @param {string} place @returns {string} */
  const write = (node, place) => {
    const parts = node.type === 'CallExpression' ? partsOf(node) : undefined;
    if (parts) {
      const needed = parts[0].value !== '' || !(isText(parts[1]) || isText(parts[2]));
      const sum = (needed ? parts : parts.slice(1))
        .map((part) => {
          const text = write(part, 'part');
          return WHOLE.has(part.type) && !(part.type === 'CallExpression' && partsOf(part))
            ? text
            : `(${text})`;
        })
        .join('+');
      return FREE.has(place) || place === 'part' ? sum : `(${sum})`;
    }
    let text = '';
    let done = node.start;
    for (const [child, key] of children(node)) {
      if (child.start < done) continue; // {a}: one text, two nodes
      text += code.slice(done, child.start) + write(child, `${node.type} ${key}`);
      done = child.end;
    }
    return text + code.slice(done, node.end);
  };
  return write(parse(code, { ecmaVersion: 2019, sourceType: 'script' }), '');
}

/** @param {any} node @returns {[any, string][]} its children in the order of the text */
function children(node) {
  return Object.entries(node)
    .flatMap(([key, value]) => [value].flat().map((each) => [each, key]))
    .filter(([each]) => typeof each?.type === 'string')
    .sort(([a], [b]) => a.start - b.start);
}
