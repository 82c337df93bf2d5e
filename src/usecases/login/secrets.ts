/** Everything that derives from the installation's secret: temporary passwords, password hashes, signed tokens. */
import { formatHash, parseHash, passwordKey } from '../../domain/password';
import { confirmationCode } from '../../domain/mail-change';
import { decodeClaims, encodeBase64url, encodeClaims, type Claims } from '../../domain/session';
import { temporaryKey, temporaryPassword } from '../../domain/temporary-password';
import { mac, sameText, slowHash, type ScryptCost } from '../../platform/hashing';
import { randomId } from '../../platform/random';

/** The temporary password of a notice: the same text whenever it is derived again from the same id. */
export function temporaryPasswordOf(secret: string, id: string): string {
  return temporaryPassword([...mac(secret, `temporary 1 ${id}`), ...mac(secret, `temporary 2 ${id}`)]);
}

/** The code of a mail change: bound to number and new address, so that another 宛先 makes another code. */
export function mailCodeOf(secret: string, id: string, number: string, mail: string): string {
  return confirmationCode(mac(secret, `mail change ${id} ${number} ${mail}`));
}

/** Hash of a temporary password as `_認証` keeps it. Takes about half a second: never under the lock. */
export function hashTemporary(password: string, cost: ScryptCost): string {
  return hash(temporaryKey(password), cost);
}

/** Hash of a person's own password as `_認証` keeps it. Takes about half a second: never under the lock. */
export function hashOwn(password: string, cost: ScryptCost): string {
  return hash(passwordKey(password), cost);
}

function hash(key: string, cost: ScryptCost): string {
  const salt = randomId();
  return formatHash({ ...cost, salt, hash: encodeBase64url(slowHash(key, salt, cost)) });
}

/**
 * Whether a typed password fits a stored hash, after the same work whether or
 * not there is one (`''`): nothing tells a stranger which numbers exist.
 */
export function fits(key: string, stored: string, cost: ScryptCost): boolean {
  const parsed = parseHash(stored);
  const { N, r, p } = parsed ?? cost;
  const computed = encodeBase64url(slowHash(key, parsed?.salt ?? 'nobody', { N, r, p }));
  return sameText(computed, parsed?.hash ?? '') && parsed !== undefined;
}

/** Signs claims; the text goes to the page and comes back with every call. */
export function signToken(secret: string, claims: Claims): string {
  const payload = encodeClaims(claims);
  return `${payload}.${encodeBase64url(mac(secret, `token ${payload}`))}`;
}

/** The claims of a token this installation signed; undefined for anything else. */
export function readToken(secret: string, token: string): Claims | undefined {
  const [payload = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0 || !sameText(signature, encodeBase64url(mac(secret, `token ${payload}`))))
    return undefined;
  return decodeClaims(payload);
}
