/** What would be pushed to Google. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const files = ['Code.js', 'appsscript.json', 'mypage.html', 'office.html'];
const text = (name: string): string => readFileSync(join('dist', name), 'utf8');

describe('dist', () => {
  it('holds exactly the files of the project', () => {
    expect(readdirSync('dist').sort()).toEqual(files);
  });

  it('is what clasp would push, and nothing else is', () => {
    const answer = execFileSync('node_modules/.bin/clasp', ['show-file-status', '--json'], {
      encoding: 'utf8',
    });
    const { filesToPush } = JSON.parse(answer) as { filesToPush: string[] };
    expect(filesToPush.map((path) => path.replace(/^dist\//, '')).sort()).toEqual(files);
  });

  it.each([
    ['mypage.html', 150_000],
    ['office.html', 200_000],
    ['Code.js', 445_000],
  ])('keeps %s within %i bytes', (name, budget) => {
    expect(statSync(join('dist', name)).size).toBeLessThanOrEqual(budget);
  });

  it.each(files)('has no source map, key or path of a machine in %s', (name) => {
    expect(text(name)).not.toMatch(/sourceMappingURL/);
    expect(text(name)).not.toMatch(/-----BEGIN|AIza[\w-]{30}|ya29\.|"refresh_token"|client_secret/);
    expect(text(name)).not.toMatch(/\/(?:home|Users|work|tmp)\/[\w.-]+\//);
  });

  it('carries the manifest of the repository', () => {
    expect(text('appsscript.json')).toBe(readFileSync('appsscript.json', 'utf8'));
  });
});

describe('the manifest', () => {
  const manifest = JSON.parse(text('appsscript.json')) as Record<string, unknown>;

  it('publishes the web app as the owner to anonymous visitors', () => {
    expect(manifest.webapp).toEqual({ executeAs: 'USER_DEPLOYING', access: 'ANYONE_ANONYMOUS' });
  });

  it('asks for these scopes and no others', () => {
    expect(manifest.oauthScopes).toEqual([
      'https://www.googleapis.com/auth/spreadsheets',
      'https://www.googleapis.com/auth/forms',
      'https://www.googleapis.com/auth/drive.file',
      'https://mail.google.com/',
      'https://www.googleapis.com/auth/script.send_mail',
      'https://www.googleapis.com/auth/script.scriptapp',
      'https://www.googleapis.com/auth/script.container.ui',
      'https://www.googleapis.com/auth/userinfo.email',
    ]);
  });

  it('has each scope explained in docs/deploy.md', () => {
    const explained = readFileSync('docs/deploy.md', 'utf8');
    const short = (manifest.oauthScopes as string[]).map((scope) => /([\w.]+)\/?$/.exec(scope)?.[1] ?? scope);
    expect(short.filter((name) => !explained.includes(`\`${name}\``))).toEqual([]);
  });
});
