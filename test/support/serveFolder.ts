/** Run as a program of its own, to be attacked: `clinic serve` on a data folder, with a page of the test's. */
import { serveFolder } from '#main/cli/serve.ts';

const [data = '', page = ''] = process.argv.slice(2);
await serveFolder({ data, port: 0, open: false }, page);
