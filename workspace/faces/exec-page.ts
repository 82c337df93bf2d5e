/** The published web app: the outer page with Google's notice bar, and the pages shown instead when doGet fails. */
import type { HtmlDescriptor } from '../engine/workspace';
import type { Lang } from '../engine/service';
import { escapeHtml, facePage } from './html';
import { rewriteScripts } from './rewrite-scripts';

/** Sandbox of frames with user code of a script bound to a file: no top navigation (facts/platform.md 2.2). */
export const SANDBOX =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

const NOTICE: Record<Lang, { text: string; report: string; more: string; frame: string }> = {
  en: {
    text: 'This application was created by a Google Apps Script user',
    report: 'Report abuse',
    more: 'Learn more',
    frame: 'Web app',
  },
  ja: {
    text: 'このアプリケーションは、Google Apps Script のユーザーによって作成されたものです',
    report: '不正行為を報告',
    more: '詳細',
    frame: 'ウェブアプリ',
  },
};

/** A page and the headers it is served with. */
export interface ServedPage {
  html: string;
  headers: Record<string, string>;
}

function headOf({ metas, faviconUrl }: HtmlDescriptor): string {
  const lines = metas.map(
    ({ name, content }) => `<meta name="${escapeHtml(name)}" content="${escapeHtml(content)}">`,
  );
  if (faviconUrl !== undefined) lines.push(`<link rel="shortcut icon" href="${escapeHtml(faviconUrl)}">`);
  return lines.join('\n');
}

/** The outer page for the HtmlOutput doGet returned: only its title, metas and favicon reach this page. */
export function execPage(html: HtmlDescriptor, functionNames: readonly string[], lang: Lang): ServedPage {
  const notice = NOTICE[lang];
  const { html: userHtml, warnings } = rewriteScripts(html.content);
  return {
    html: facePage({
      title: html.title,
      script: 'exec',
      lang,
      head: headOf(html),
      data: {
        userHtml,
        warnings,
        functionNames: [...functionNames],
        sandbox: SANDBOX,
        frameTitle: notice.frame,
      },
      body: `<div id="warning" role="note"><span>${notice.text}</span> <span class="links"><span>${notice.report}</span> <span>${notice.more}</span></span></div>`,
    }),
    headers: html.xFrame === 'ALLOWALL' ? {} : { 'x-frame-options': 'SAMEORIGIN' },
  };
}

/** Google's error page; like the real one it is served with status 200. */
export function errorPage(text: string): string {
  return `<!doctype html>
<html><head><meta charset="utf-8"><title>Error</title>
<style>body{background:#fff;margin:0;font-family:Arial,sans-serif}.errorMessage{font-family:monospace;font-size:16px;text-align:center;max-width:600px;margin:80px auto;padding:0 16px;overflow-wrap:anywhere}</style>
</head><body><div class="errorMessage">${escapeHtml(text)}</div></body></html>
`;
}
