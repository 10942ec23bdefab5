import { runClinic } from './cli/program.ts';

await runClinic(process.argv.slice(2));
