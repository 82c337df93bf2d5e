/** The execution log: for those who look after the script, never with personal data. */

/** Notes an unexpected failure and where it happened. */
export function logTrouble(where: string, error: unknown): void {
  const text =
    error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);
  console.error(`${where}: ${text}`);
}
