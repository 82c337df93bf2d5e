/** HtmlService on the host: the project's HTML files. All else of an HtmlOutput lives inside the script's context. */
import { ServiceError } from '../engine/service';
import type { Engine, Service } from '../engine/service';

/** The service HtmlService. */
export function createHtmlService(engine: Engine): Service {
  return {
    methods: {
      'HtmlService.createHtmlOutputFromFile': {
        handle(_execution, name) {
          const text = engine.htmlFile(String(name));
          if (text === undefined) throw new ServiceError(`No HTML file named ${String(name)} was found.`);
          return text;
        },
      },
    },
  };
}
