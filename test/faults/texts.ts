/** Texts of trouble as Google words it, with the error's name in front (platform.md 7, 14). */

const TEXTS = [
  'Exception: Service Spreadsheets timed out while accessing document with id 1aBcD.',
  'Exception: ID 1aBcD のドキュメントへのアクセス中に、サービス「スプレッドシート」がタイムアウトしました。',
  "Exception: We're sorry, a server error occurred. Please wait a bit and try again.",
  'Exception: サーバー エラーが発生しました。しばらくしてからもう一度試してください。',
  'Exception: Too many simultaneous invocations: Spreadsheets',
  'Exception: Service Spreadsheets failed while accessing document with id 1aBcD.',
  'Exception: Service invoked too many times in a short time: exec qps. Try Utilities.sleep(1000) between calls.',
] as const;

/** Beyond 60 calls a minute. */
export const TOO_MANY =
  "GoogleJsonResponseException: API call to sheets.spreadsheets failed with error: Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:1'.";

/** The text of this turn for a call; every second one of the Sheets API is the 429. */
export function textFor(call: string, turn: number): string {
  const text = TEXTS[turn % TEXTS.length] ?? TEXTS[0];
  return call.startsWith('Sheets.') && turn % 2 === 0 ? TOO_MANY : text;
}
