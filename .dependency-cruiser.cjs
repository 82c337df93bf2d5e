/** Who may import whom: the table of the architecture, room by room. */

const rooms = {
  domain: '^src/domain/',
  fields: '^src/domain/fields/',
  contract: '^src/contract/',
  platform: '^src/platform/',
  sheets: '^src/sheets/',
  notices: '^src/notices/',
  usecases: '^src/usecases/',
  doors: '^src/(mypage|office)/[^/]+$|^src/triggers/',
  pages: '^src/ui/|^src/(mypage|office)/page/',
};

/** A package, by name; with or without the path npm gave it. */
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

/** `from` may import only what one of `to` matches. */
const only = (name, comment, from, ...to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: to },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Files do not import in a circle (types aside).',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'Every import is found.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    only(
      'domain',
      'The rules know nobody.',
      rooms.domain,
      rooms.domain,
      packages('temporal-polyfill', 'temporal-spec', 'valibot'),
    ),
    only(
      'fields',
      'Fields run in pages too: no temporal, no other room.',
      rooms.fields,
      rooms.fields,
      packages('valibot'),
    ),
    only(
      'contract',
      'The contract runs in pages too.',
      rooms.contract,
      rooms.contract,
      rooms.fields,
      packages('valibot'),
    ),
    only(
      'platform',
      'One Google service a file, nothing of ours.',
      rooms.platform,
      rooms.platform,
      packages('@noble/hashes'),
    ),
    only('sheets', 'The sheets decide nothing.', rooms.sheets, rooms.sheets, rooms.domain, rooms.platform),
    only(
      'notices',
      'Notices know no journey.',
      rooms.notices,
      rooms.notices,
      rooms.domain,
      rooms.sheets,
      rooms.platform,
    ),
    only(
      'usecases',
      'A journey knows no door.',
      rooms.usecases,
      rooms.usecases,
      rooms.domain,
      rooms.sheets,
      rooms.notices,
      rooms.platform,
      packages('temporal-polyfill', 'temporal-spec', 'valibot'),
    ),
    only(
      'doors',
      'A door knows the journeys and its contract.',
      rooms.doors,
      rooms.doors,
      rooms.usecases,
      rooms.contract,
      rooms.domain,
      packages('valibot'),
    ),
    {
      name: 'doors-domain',
      comment: 'Of the domain a door knows the types, and the error whose code it answers.',
      severity: 'error',
      from: { path: rooms.doors },
      to: { path: rooms.domain, pathNot: '^src/domain/errors\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'doors-apart',
      comment: 'Doors do not know each other.',
      severity: 'error',
      from: { path: '^src/(mypage|office|triggers)/' },
      to: { path: '^src/(mypage|office|triggers)/', pathNot: '^src/$1/' },
    },
    only(
      'pages',
      'Pages know the contract, the fields and the browser.',
      rooms.pages,
      rooms.pages,
      rooms.contract,
      rooms.fields,
      packages('preact', 'valibot', '@digital-go-jp/design-tokens'),
    ),
    {
      name: 'pages-apart',
      comment: 'The two pages share only src/ui.',
      severity: 'error',
      from: { path: '^src/(mypage|office)/page/' },
      to: { path: '^src/(mypage|office)/page/', pathNot: '^src/$1/page/' },
    },
    {
      name: 'parts-below-sections',
      comment: 'What the sections of a page share knows no section.',
      severity: 'error',
      from: { path: '^src/(mypage|office)/page/parts/' },
      to: { path: '^src/$1/page/[^/]+/', pathNot: '^src/$1/page/parts/' },
    },
    {
      name: 'ui-below-pages',
      comment: 'What both pages share knows neither.',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/(mypage|office)/' },
    },
    {
      name: 'main',
      comment: 'The global functions lead to the doors.',
      severity: 'error',
      from: { path: '^src/main\\.ts$' },
      to: { pathNot: rooms.doors },
    },
    {
      name: 'workspace',
      comment: 'The Workspace knows nothing of the product.',
      severity: 'error',
      from: { path: '^workspace/' },
      to: { path: '^(src|sample|test|build)/' },
    },
    {
      name: 'sample',
      comment: 'The sample plays in from outside: through the control API.',
      severity: 'error',
      from: { path: '^sample/' },
      to: { pathNot: ['^sample/', '^workspace/control/'] },
    },
    {
      name: 'nothing-of-ours-ships',
      comment: 'What ships imports no tool, test or stand-in.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(build|workspace|sample|test)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
