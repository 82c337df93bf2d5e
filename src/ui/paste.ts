/** The last line that holds something: people copy a mail's heading together with the line below it. */
export function lastLine(text: string): string {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '').pop() ?? '';
}

/** Pastes only the last line when several were copied; a browser would join them. */
export function onPasteLastLine(event: ClipboardEvent, onInput: (value: string) => void): void {
  const text = event.clipboardData?.getData('text') ?? '';
  if (!/[\r\n]/.test(text.trim())) return;
  event.preventDefault();
  onInput(lastLine(text));
}
