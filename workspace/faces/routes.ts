/** What is served at which path. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveExec } from '../control/web';
import type { Json } from '../engine/service';
import type { Answer } from './exchange';
import { htmlAnswer, jsonAnswer, textAnswer } from './exchange';
import { driveAnswer } from './drive';
import { errorPage, execPage, SANDBOX } from './exec-page';
import type { Facts } from './facts';
import { facePage } from './html';
import type { Origins } from './origins';
import { panelPage } from './panel';
import type { FacesParts } from './parts';
import { runCall } from './run';
import { changeScreen, readScreen } from './screen';
import type { ScreenAction } from './screen';

/** A request the routes answer: `body` is parsed JSON, null without one. */
export interface RoutedRequest {
  method: string;
  url: URL;
  /** Decoded path. */
  path: string;
  body: Json;
  origins: Origins;
}

/** Answers one request; undefined: there is nothing at this path. */
export type Routes = (request: RoutedRequest) => Promise<Answer | undefined>;

const CLIENT_SCRIPT = /^\/_\/client\/([a-z-]+)\.js$/u;

async function controlAnswer({ control }: FacesParts, facts: Facts, request: RoutedRequest): Promise<Answer> {
  const { method, url, path, body } = request;
  const { status, json } = await control.handle({
    method,
    path,
    query: Object.fromEntries(url.searchParams),
    body,
  });
  if (method !== 'GET') facts.touch();
  return jsonAnswer(json, status);
}

async function execAnswer({ world }: FacesParts, { url, method }: RoutedRequest): Promise<Answer> {
  // The real one refuses HEAD, and these two names of parameters (facts/platform.md §3).
  if (method === 'HEAD') return htmlAnswer('', {}, 403);
  if (url.searchParams.has('c') || url.searchParams.has('sid')) {
    return htmlAnswer(errorPage('Sorry, the file you have requested does not exist.'), {}, 405);
  }
  const served = await serveExec(world.workspace, world.run, url.search.slice(1));
  if ('error' in served) return htmlAnswer(errorPage(served.error));
  const { functionNames, lang } = world.workspace.engine;
  const { html, headers } = execPage(served.html, functionNames, lang);
  return htmlAnswer(html, headers);
}

function launcherPage({ world: { workspace, holder } }: FacesParts): string {
  const { owner, editors } = workspace.engine.accounts;
  const data = {
    owner,
    editors: editors.filter((editor) => editor !== owner),
    timeZone: workspace.engine.scriptTimeZone,
    spreadsheet: holder.workbook.title,
  };
  return facePage({ title: 'ワークスペース', script: 'launcher', data });
}

function sheetPage({ world: { workspace, holder } }: FacesParts, url: URL): string {
  const { owner, editors } = workspace.engine.accounts;
  const wanted = url.searchParams.get('user');
  const people = [...editors.filter((editor) => editor !== owner), owner];
  const user = people.find((address) => address === wanted) ?? people[0] ?? owner;
  return facePage({
    title: holder.workbook.title,
    script: 'sheet',
    data: {
      user,
      sandbox: SANDBOX,
      functionNames: [...workspace.engine.functionNames],
      sidebar: url.searchParams.get('sidebar'),
      tab: url.searchParams.get('tab'),
    },
  });
}

async function clientScript(folder: string, name: string): Promise<Answer | undefined> {
  try {
    const body = await readFile(path.join(folder, `${name}.js`));
    return { status: 200, type: 'text/javascript; charset=utf-8', body };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function screenAnswer(screen: Json | undefined): Answer {
  return screen === undefined ? textAnswer('There is no such screen.', 400) : jsonAnswer(screen);
}

async function internalAnswer(
  parts: FacesParts,
  facts: Facts,
  request: RoutedRequest,
): Promise<Answer | undefined> {
  const { url, method, body, origins } = request;
  const script = CLIENT_SCRIPT.exec(url.pathname)?.[1];
  if (script !== undefined) return clientScript(parts.clientFolder, script);
  switch (`${method} ${url.pathname}`) {
    case 'GET /_/userCodeAppPanel': {
      const { html, headers } = panelPage(origins);
      return htmlAnswer(html, headers);
    }
    case 'GET /_/jsapi':
      return { status: 200, type: 'text/javascript; charset=utf-8', body: '' };
    case 'GET /_/version':
      return jsonAnswer(facts.version());
    case 'GET /_/tabs':
      return jsonAnswer(facts.tabs(url.searchParams.get('user') ?? ''));
    case 'POST /_/run': {
      const answer = await runCall(parts, body);
      facts.touch();
      return answer === undefined
        ? textAnswer('This is no call of google.script.run.', 400)
        : jsonAnswer(answer);
    }
    case 'GET /_/ui':
      return screenAnswer(readScreen(parts, url.searchParams.get('user') ?? ''));
    case 'POST /_/ui/open':
    case 'POST /_/ui/close':
    case 'POST /_/ui/select':
      return screenAnswer(
        await changeScreen(parts, url.pathname.slice('/_/ui/'.length) as ScreenAction, body),
      );
    default:
      return undefined;
  }
}

/** The routes of the faces. */
export function createRoutes(parts: FacesParts, facts: Facts): Routes {
  return async (request) => {
    const { pathname } = request.url;
    if (pathname === '/api' || pathname.startsWith('/api/')) return controlAnswer(parts, facts, request);
    if (pathname.startsWith('/_/')) return parts.world.pass(() => internalAnswer(parts, facts, request));
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    if (pathname.startsWith('/drive/')) return driveAnswer(parts.world, request.url);
    switch (pathname) {
      case '/':
        return htmlAnswer(launcherPage(parts));
      case '/exec':
        return parts.world.pass(() => execAnswer(parts, request));
      case '/form':
        return htmlAnswer(facePage({ title: 'フォーム', script: 'form', data: {} }));
      case '/sheet':
        return htmlAnswer(sheetPage(parts, request.url));
      case '/mail':
        return htmlAnswer(
          facePage({
            title: 'メール',
            script: 'mail',
            data: { timeZone: parts.world.workspace.engine.scriptTimeZone },
          }),
        );
      case '/favicon.ico':
        return { status: 204, type: 'image/x-icon', body: '' };
      default:
        return undefined;
    }
  };
}
