/** Jest transformer: packages that ship ES modules only, as CommonJS. */
const { transformSync } = require('esbuild');

module.exports = {
  /**
   * @param {string} source
   * @param {string} path
   */
  process(source, path) {
    return { code: transformSync(source, { format: 'cjs', target: 'node20', sourcefile: path }).code };
  },
};
