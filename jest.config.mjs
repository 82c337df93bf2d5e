/** Jest's projects: what needs no build, what needs the Workspace built, what needs the real bundle too. */

/** Packages that ship ES modules only. */
const modulesOnly = ['@noble/hashes', 'temporal-polyfill', 'temporal-utils', 'preact'];

const common = {
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
  transform: { '^.+\\.(tsx?|m?js)$': '<rootDir>/test/support/transform.cjs' },
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
  transformIgnorePatterns: [`/node_modules/(?!(${modulesOnly.join('|')})/)`],
};

/** @param {string[]} rooms */
const under = (rooms) => rooms.map((room) => `<rootDir>/test/${room}/**/*.test.{ts,tsx}`);

export default {
  // Two cores are what CI has; each worker has a Workspace and a browser beside it.
  maxWorkers: 2,
  projects: [
    { ...common, displayName: 'rules', testMatch: under(['domain', 'pages']) },
    {
      ...common,
      displayName: 'workspace',
      testMatch: under(['workspace', 'conformance', 'sample']),
      globalSetup: '<rootDir>/test/support/build-workspace.ts',
    },
    {
      ...common,
      displayName: 'bundle',
      testMatch: under(['build', 'journeys', 'browser', 'security', 'faults']),
      globalSetup: '<rootDir>/test/support/build-all.ts',
    },
  ],
};
