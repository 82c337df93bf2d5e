/** A mail address that breaks before its @ where there is no room. */
export function MailText({ mail }: { mail: string }) {
  const at = mail.lastIndexOf('@');
  if (at < 1) return <>{mail}</>;
  return (
    <>
      {mail.slice(0, at)}
      <wbr />
      {mail.slice(at)}
    </>
  );
}
