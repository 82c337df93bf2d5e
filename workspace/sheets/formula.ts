/**
 * The only formulas with a value here: arithmetic of number literals, `=(1+2)*3`. Anything with a reference or a
 * function is refused, because a plausible result would be worse than none.
 */
import type { CellValue } from './cell';

/** The value of a formula (text with its `=`), or undefined if it is more than arithmetic. */
export function evaluateFormula(formula: string): CellValue | undefined {
  const tokens = formula.slice(1).match(/\d+(?:\.\d+)?|[-+*/()]|\S/g) ?? [];
  let position = 0;
  const failure = { divided: false };

  const primary = (): number | undefined => {
    const token = tokens[position];
    position += 1;
    if (token === undefined) return undefined;
    if (token === '-' || token === '+') {
      const value = primary();
      return value === undefined ? undefined : token === '-' ? -value : value;
    }
    if (token === '(') {
      const value = sum();
      const closed = tokens[position] === ')';
      position += 1;
      return closed ? value : undefined;
    }
    return /^\d/.test(token) ? Number(token) : undefined;
  };
  const product = (): number | undefined => {
    let value = primary();
    while (value !== undefined && (tokens[position] === '*' || tokens[position] === '/')) {
      const operator = tokens[position];
      position += 1;
      const right = primary();
      if (right === undefined) return undefined;
      if (operator === '/' && right === 0) failure.divided = true;
      value = operator === '*' ? value * right : value / right;
    }
    return value;
  };
  const sum = (): number | undefined => {
    let value = product();
    while (value !== undefined && (tokens[position] === '+' || tokens[position] === '-')) {
      const operator = tokens[position];
      position += 1;
      const right = product();
      if (right === undefined) return undefined;
      value = operator === '+' ? value + right : value - right;
    }
    return value;
  };

  const value = sum();
  if (value === undefined || position < tokens.length) return undefined;
  return failure.divided ? { error: '#DIV/0!' } : value;
}
