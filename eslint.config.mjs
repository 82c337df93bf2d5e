/** Lint rules that hold the architecture: who may name Google's services, the time, chance, and raw HTML. */
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const googleGlobals = [
  'CacheService',
  'CalendarApp',
  'DocumentApp',
  'Drive',
  'DriveApp',
  'FormApp',
  'Gmail',
  'GmailApp',
  'HtmlService',
  'LockService',
  'Logger',
  'MailApp',
  'PropertiesService',
  'ScriptApp',
  'Session',
  'Sheets',
  'SpreadsheetApp',
  'UrlFetchApp',
  'Utilities',
].map((name) => ({
  name,
  message: 'Google is spoken to in sheets, notices, platform, doGet, menu and main only.',
}));

const dialogs = ['alert', 'prompt', 'confirm'].map((name) => ({
  name,
  message: 'Dialogs are HTML dialogs: the browser’s own drop locks.',
}));

const timeAndChance = [
  { name: 'Date', message: 'The rules are told the time; days are Temporal.' },
  { name: 'crypto', message: 'The rules are handed their randomness.' },
];

const rawHtml = ['innerHTML', 'outerHTML'].map((property) => ({
  property,
  message: 'Text reaches the page as text.',
}));

export default defineConfig(
  { ignores: ['dist/', '.build/', '.workspace/', 'coverage/', 'node_modules/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.{server,domain,pages,node,facade}.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'no-restricted-globals': ['error', ...googleGlobals],
      // Numbers in a template are what they look like.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Spreading a string gives its code points, which is what is meant.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `() => doIt()` as a handler is clear enough.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Objects here are bundles of closures: their functions do not use `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Rows and settings are records with keys from the data.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // `get<T>(path)` names the shape of JSON at the place that knows it.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // With noUncheckedIndexedAccess the type checker already says which are needed.
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
    },
  },
  {
    files: [
      'src/sheets/**',
      'src/notices/**',
      'src/platform/**',
      'src/mypage/do-get*',
      'src/office/menu*',
      'src/main.ts',
      'workspace/facade/**',
      'test/conformance/**',
    ],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['src/domain/**', 'src/contract/**'],
    rules: {
      'no-restricted-globals': ['error', ...googleGlobals, ...timeAndChance],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
    },
  },
  {
    files: ['src/ui/**', 'src/*/page/**'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-globals': ['error', ...googleGlobals, ...dialogs],
      'no-restricted-properties': [
        'error',
        ...rawHtml,
        ...dialogs.map(({ name, message }) => ({ object: 'window', property: name, message })),
        { property: 'insertAdjacentHTML', message: 'Text reaches the page as text.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Text reaches the page as text.',
        },
      ],
    },
  },
  {
    files: ['workspace/**'],
    rules: {
      // Whatever a script hands over is made text as Google does.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
  {
    files: ['workspace/faces/**'],
    // The faces do what Google's pages do: document.write among it.
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: ['test/**'],
    rules: {
      // Wire answers are looked at as they come.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
);
