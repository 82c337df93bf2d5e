/** HtmlService: HtmlOutput without templates (scriptlets are not built). */
import type { Json } from '../engine/service';
import { javaEnum } from './enums';
import type { EnumValue } from './enums';
import { notInWorkspace, platformError, platformFailure, requireArgument, strict } from './errors';
import { call } from './host';
import { is, signature } from './signature';

const SandboxMode = javaEnum('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']);
const XFrameOptionsMode = javaEnum('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']);

/** The only names HtmlOutput.addMetaTag takes (reference/html/html-output). */
const META_NAMES = [
  'apple-mobile-web-app-capable',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
];
const IMAGE_URL = /^https?:\/\/\S+\.(?:png|gif|jpe?g|ico|svg|webp|bmp)$/iu;

interface OutputState {
  content: string;
  title: string;
  metas: { name: string; content: string }[];
  faviconUrl: string | null;
  xFrame: string;
  width: number | null;
  height: number | null;
}

const states = new WeakMap<object, OutputState>();

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? character);
}

function checkSize(name: string, args: readonly unknown[]): number | null {
  signature(`HtmlOutput.${name}`, args, [is.orNull(is.number)]);
  const size = (args[0] ?? null) as number | null;
  if (size !== null && !(size >= 0)) throw platformFailure('invalidArgument', String(size));
  return size;
}

function createOutput(content: string): object {
  const state: OutputState = {
    content,
    title: '',
    metas: [],
    faviconUrl: null,
    xFrame: 'DEFAULT',
    width: null,
    height: null,
  };
  const change =
    (method: string, make: (text: string) => void) =>
    (...args: unknown[]): object => {
      signature(`HtmlOutput.${method}`, args, [is.string]);
      make(args[0] as string);
      return output;
    };
  const output = strict(
    {
      addMetaTag(...args: unknown[]) {
        signature('HtmlOutput.addMetaTag', args, [is.string, is.string]);
        const [name, value] = args as [string, string];
        if (!META_NAMES.includes(name)) {
          throw platformError('The meta tag you specified is not allowed in this context.');
        }
        state.metas.push({ name, content: value });
        return output;
      },
      append: change('append', (text) => {
        state.content += text;
      }),
      appendUntrusted: change('appendUntrusted', (text) => {
        state.content += escapeHtml(text);
      }),
      clear(...args: unknown[]) {
        signature('HtmlOutput.clear', args, []);
        state.content = '';
        return output;
      },
      getContent: () => state.content,
      getFaviconUrl: () => state.faviconUrl,
      getHeight: () => state.height,
      getMetaTags: () =>
        state.metas.map(({ name, content: value }) =>
          strict({ getName: () => name, getContent: () => value }, 'HtmlOutputMetaTag'),
        ),
      getTitle: () => state.title,
      getWidth: () => state.width,
      setContent: change('setContent', (text) => {
        state.content = text;
      }),
      setFaviconUrl: change('setFaviconUrl', (url) => {
        if (!IMAGE_URL.test(url)) throw platformFailure('invalidArgument', url);
        state.faviconUrl = url;
      }),
      setHeight(...args: unknown[]) {
        state.height = checkSize('setHeight', args);
        return output;
      },
      setSandboxMode(...args: unknown[]) {
        requireArgument(args[0], 'mode');
        signature('HtmlOutput.setSandboxMode', args, [is.enum('SandboxMode')]);
        return output;
      },
      setTitle: change('setTitle', (title) => {
        state.title = title;
      }),
      setWidth(...args: unknown[]) {
        state.width = checkSize('setWidth', args);
        return output;
      },
      setXFrameOptionsMode(...args: unknown[]) {
        requireArgument(args[0], 'mode');
        signature('HtmlOutput.setXFrameOptionsMode', args, [is.enum('XFrameOptionsMode')]);
        state.xFrame = (args[0] as EnumValue).name();
        return output;
      },
    },
    'HtmlOutput',
  );
  states.set(output, state);
  return output;
}

/** An HtmlOutput as it leaves for the host (`HtmlDescriptor`), or undefined for any other value. */
export function htmlDescriptor(value: unknown): Json | undefined {
  const state = typeof value === 'object' && value !== null ? states.get(value) : undefined;
  if (state === undefined) return undefined;
  const { content, title, metas, faviconUrl, xFrame, width, height } = state;
  return {
    content,
    title,
    metas: metas.map((meta) => ({ ...meta })),
    xFrame,
    ...(faviconUrl === null ? {} : { faviconUrl }),
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
  };
}

/** Installs HtmlService. */
export function install(target: Record<string, unknown>): void {
  target['HtmlService'] = strict(
    {
      SandboxMode,
      XFrameOptionsMode,
      createHtmlOutput(...args: unknown[]) {
        if (typeof args[0] === 'object' && args[0] !== null)
          notInWorkspace('HtmlService.createHtmlOutput(blob)');
        signature('HtmlService.createHtmlOutput', args, [], [is.string]);
        return createOutput((args[0] ?? '') as string);
      },
      createHtmlOutputFromFile(...args: unknown[]) {
        signature('HtmlService.createHtmlOutputFromFile', args, [is.string]);
        return createOutput(call('HtmlService.createHtmlOutputFromFile', args[0]) as string);
      },
    },
    'HtmlService',
  );
}
