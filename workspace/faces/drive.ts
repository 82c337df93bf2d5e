/** A file's link, opened in the browser by a person with her own account. */
import type { DriveFile, DriveFiles } from '../drive/files';
import { FOLDER, roleAllows } from '../drive/files';
import type { World } from '../control/world';
import type { Answer } from './exchange';
import { htmlAnswer } from './exchange';
import { escapeHtml } from './html';

type DriveWorld = Pick<World, 'workspace' | 'files'>;

const PATH = /^\/drive\/file\/([\w-]+)(\/content)?$/u;
/** Types a browser shows; every other content is only offered for saving. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'application/pdf']);

const STYLE = `body{margin:0;font:14px/1.6 system-ui,"Noto Sans CJK JP","Noto Sans JP",sans-serif;color:#202124;background:#f8f9fa}
header{display:flex;gap:8px 24px;flex-wrap:wrap;align-items:baseline;padding:10px 20px;background:#fff;border-bottom:1px solid #dadce0}h1{font-size:17px;font-weight:500;margin:0;overflow-wrap:anywhere}
form{margin-left:auto}select,button{font:inherit;padding:3px 8px}main{padding:20px}img{display:block;max-width:100%;margin:0 auto}iframe{width:100%;height:78vh;border:1px solid #dadce0;background:#fff}
dl{display:grid;grid-template-columns:auto 1fr;gap:2px 16px;margin:0 0 16px}dt{color:#5f6368}dd{margin:0;overflow-wrap:anywhere}`;

function page(title: string, people: readonly string[], user: string, main: string): string {
  const options = people
    .map((each) => `<option${each === user ? ' selected' : ''}>${escapeHtml(each)}</option>`)
    .join('');
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><header><h1>${escapeHtml(title)}</h1><form><label>利用者 <select name="user">${options}</select></label> <button>開く</button></form></header><main>${main}</main></body></html>
`;
}

function facts(files: DriveFiles, file: DriveFile): string {
  const shared = files
    .permissionsOf(file)
    .map(
      ({ type, role, emailAddress }) =>
        `${type === 'anyone' ? 'リンクを知っている全員' : emailAddress}（${role}）`,
    );
  const lines = [
    ['種類', file.mimeType],
    ['サイズ', `${String(file.size)} バイト`],
    ['オーナー', file.owner],
    ['アクセスできる人', shared.join('、')],
  ];
  return `<dl>${lines.map(([term = '', text = '']) => `<dt>${term}</dt><dd>${escapeHtml(text)}</dd>`).join('')}</dl>`;
}

function preview(files: DriveFiles, file: DriveFile, user: string): string {
  const query = `?user=${encodeURIComponent(user)}`;
  if (file.mimeType === FOLDER) {
    const inside = files.all().filter((each) => each.parent === file.id && !files.isTrashed(each));
    return `<ul>${inside.map(({ id, name }) => `<li><a href="/drive/file/${id}${query}">${escapeHtml(name)}</a></li>`).join('')}</ul>`;
  }
  const content = `/drive/file/${file.id}/content${query}`;
  if (file.mimeType === 'application/pdf')
    return `<iframe src="${content}" title="${escapeHtml(file.name)}"></iframe>`;
  return file.mimeType.startsWith('image/') ? `<img src="${content}" alt="${escapeHtml(file.name)}">` : '';
}

/** Opens `/drive/file/ID` as `?user=` (default: the first of the staff); undefined: no such path. */
export function driveAnswer({ workspace, files }: DriveWorld, url: URL): Answer | undefined {
  const [, id = '', content] = PATH.exec(url.pathname) ?? [];
  if (id === '') return undefined;
  const { owner, editors } = workspace.engine.accounts;
  const staff = [...editors.filter((editor) => editor !== owner), owner];
  const user = url.searchParams.get('user') ?? staff[0] ?? owner;
  const people = staff.includes(user) ? staff : [...staff, user];
  const file = files.find(id);
  if (file === undefined || (files.isTrashed(file) && user !== file.owner)) {
    const text = '<p>申し訳ございませんが、リクエストされたファイルは存在しません。</p>';
    return htmlAnswer(page('ファイルが見つかりません', people, user, text), {}, 404);
  }
  if (!roleAllows(files.roleOf(file, user), 'reader')) {
    const text =
      '<p>アクセス権が必要です。アクセス権をリクエストするか、アクセス権のあるアカウントに切り替えてください。</p>';
    return htmlAnswer(page('アクセス権が必要です', people, user, text), {}, 403);
  }
  if (content === undefined) {
    return htmlAnswer(page(file.name, people, user, facts(files, file) + preview(files, file, user)));
  }
  const shown = SHOWN.has(file.mimeType);
  return {
    status: 200,
    type: shown ? file.mimeType : 'application/octet-stream',
    body: Buffer.from(file.content, 'base64'),
    headers: shown ? {} : { 'content-disposition': 'attachment' },
  };
}
