/** What the platform's exceptions say; their texts are localised except where an API answers. */

/** Whether the calls of a minute are used up: 429 of an advanced service (platform.md 8), never localised. */
export function isTooMany(error: unknown): boolean {
  return error instanceof Error && /Quota exceeded|RESOURCE_EXHAUSTED|rateLimitExceeded/.test(error.message);
}
