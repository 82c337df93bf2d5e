/** The links in a cell, as the chip over a selected cell offers them. */
import { h } from './dom';

const LINK = /https?:\/\/[^\s"'<>、。）]+/gu;

/** Anchors for the links of a text; files of this Workspace open as `user`. */
export function linksOf(text: string, user: string): HTMLElement[] {
  return [...text.matchAll(LINK)].map(([address], index) => {
    const url = new URL(address);
    if (url.host === window.location.host && url.pathname.startsWith('/drive/')) {
      url.searchParams.set('user', user);
    }
    return h('a', { href: url.href, target: '_blank', rel: 'noopener' }, `リンク${String(index + 1)}を開く`);
  });
}
