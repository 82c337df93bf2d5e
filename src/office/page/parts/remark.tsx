/** A sentence that should not be passed over; nothing for `''`. */
export function Remark({ text }: { text: string }) {
  return text ? <p class="remark">{text}</p> : null;
}
