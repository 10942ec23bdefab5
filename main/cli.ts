import { Command } from 'commander';
import { runCommands } from './cli/run.ts';
import { serveCommand } from './cli/serve.ts';

const program = new Command('clinic').description('Clinic Desk from the command line').addCommand(serveCommand);

await runCommands(() => program.parseAsync());
