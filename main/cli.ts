import { Command } from 'commander';
import { changePasswordCommand } from './cli/changePassword.ts';
import { checkCommand } from './cli/check.ts';
import { createSuperuserCommand } from './cli/createSuperuser.ts';
import { demoCommand } from './cli/demo.ts';
import { importCommand } from './cli/import.ts';
import { migrateCommand } from './cli/migrate.ts';
import { runCommands } from './cli/run.ts';
import { serveCommand } from './cli/serve.ts';
import { translate } from './texts.ts';

const program = new Command('clinic')
  .description(translate('cli.description'))
  .addCommand(createSuperuserCommand)
  .addCommand(changePasswordCommand)
  .addCommand(importCommand)
  .addCommand(demoCommand)
  .addCommand(serveCommand)
  .addCommand(migrateCommand)
  .addCommand(checkCommand);

await runCommands(() => program.parseAsync());
