import { MailText } from '../../../ui/mail-text';

/** Old and new address of a response, one below the other. */
export function Addresses({ newMail, oldMail }: { newMail: string; oldMail: string }) {
  return (
    <dl class="addresses">
      <div>
        <dt>回答（新）</dt>
        <dd class="to">{newMail ? <MailText mail={newMail} /> : '（なし）'}</dd>
      </div>
      <div>
        <dt>台帳（旧）</dt>
        <dd>{oldMail ? <MailText mail={oldMail} /> : '（なし）'}</dd>
      </div>
    </dl>
  );
}
