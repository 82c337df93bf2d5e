import { Notice } from '../../../ui/notice';
import { CloseButton } from '../parts/close-button';

/** A dialog that only says why a menu item did nothing. */
export function Message({ text }: { text: string }) {
  return (
    <main class="panel dialog-page">
      <h1 class="name-only">お知らせ</h1>
      <Notice kind="warning">
        <p>{text}</p>
      </Notice>
      <div>
        <CloseButton />
      </div>
    </main>
  );
}
