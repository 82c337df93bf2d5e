/** Who is at the keyboard, and whose rights this execution has. */

/** E-mail of the person at the keyboard; `''` for a visitor of the web app. */
export function activeUser(): string {
  return Session.getActiveUser().getEmail();
}

/** E-mail of the account whose rights are used. */
export function effectiveUser(): string {
  return Session.getEffectiveUser().getEmail();
}
