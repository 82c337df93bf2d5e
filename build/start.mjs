/** `npm start`: builds what is not up to date, then starts the Workspace with the sample. */
import { buildAll } from './build.mjs';
import { serve } from './serve.mjs';

await buildAll();
await serve(process.argv.slice(2));
