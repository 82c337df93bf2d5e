/** `npm run deploy`: pushes dist/ and moves the existing deployment to it, so that its URL stays. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { at, root } from './files.mjs';
import { buildAll } from './build.mjs';

/** @param {string[]} args */
function clasp(...args) {
  return execFileSync(at('node_modules', '.bin', 'clasp'), args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** What is still missing before anything may be pushed; '' if nothing. */
function missing() {
  const { scriptId } = JSON.parse(readFileSync(at('.clasp.json'), 'utf8'));
  if (!/^[\w-]{40,}$/.test(scriptId)) {
    return '.clasp.json has no script id yet: write the id of your Apps Script project into it (docs/deploy.md, step 2).';
  }
  if (!process.env.DEPLOYMENT_ID) {
    return 'Set DEPLOYMENT_ID to the deployment whose URL registrants use (docs/deploy.md, step 4). Without it a new URL would be made.';
  }
  if (!JSON.parse(clasp('show-authorized-user', '--json')).loggedIn) {
    return 'Nobody is logged in: run npx clasp login with the office account first (docs/deploy.md, step 1).';
  }
  return '';
}

function gitState() {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  const changed = execFileSync('git', ['status', '--porcelain', '--untracked-files=no'], {
    cwd: root,
    encoding: 'utf8',
  });
  const scriptIdOnly = changed.split('\n').every((line) => line === '' || line.endsWith(' .clasp.json'));
  return scriptIdOnly ? commit : `${commit} with local changes`;
}

async function deploy() {
  await buildAll();
  const description = gitState();
  clasp('push', '--force');
  const made = JSON.parse(clasp('create-version', description, '--json'));
  const version = String(made.versionNumber);
  clasp('update-deployment', String(process.env.DEPLOYMENT_ID), '-V', version, '-d', description);
  console.log(`Version ${version} (${description}) is live. The URL is unchanged.`);
  console.log('To go back: npx clasp update-deployment "$DEPLOYMENT_ID" -V <the version before>');
}

const reason = missing();
if (reason === '') await deploy();
else {
  console.error(reason);
  process.exitCode = 1;
}
