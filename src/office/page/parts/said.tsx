/** What was done, read out; nothing for `''`. */
export function Said({ text }: { text: string }) {
  return text ? (
    <p class="done-line" role="status">
      {text}
    </p>
  ) : null;
}
