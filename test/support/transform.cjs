/** Jest transformer: TypeScript, and packages that ship ES modules only, as CommonJS with their source maps. */
const { transformSync } = require('esbuild');

module.exports = {
  /**
   * @param {string} source
   * @param {string} path
   */
  process(source, path) {
    const loader = /\.tsx?$/.test(path) ? (path.endsWith('x') ? 'tsx' : 'ts') : 'js';
    const { code, map } = transformSync(source, {
      format: 'cjs',
      target: 'node20',
      loader,
      sourcefile: path,
      sourcemap: 'external',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      // The settings of the editor's projects are none of a test's.
      tsconfigRaw: {},
    });
    return { code, map };
  },
};
