/** A rule of the association refused something: `code` says which, `facts` what a screen or log may name. */
export class DomainError extends Error {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: string, facts: Readonly<Record<string, string | number>> = {}) {
    const named = Object.entries(facts).map(([name, value]) => `${name}=${String(value)}`);
    super([code, ...named].join(' '));
    this.name = 'DomainError';
    this.code = code;
    this.facts = facts;
  }
}
