import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeReport, reportText } from '#main/folders/report.ts';
import { translate } from '#main/texts.ts';
import { type CommonOptions, command, print } from './output.ts';
import { terminal } from './terminal.ts';

interface Options extends CommonOptions {
  out?: string;
}

/** Works beside the running app, and on a folder that cannot be opened: it looks at files only. */
export const reportCommand = command('report')
  .option('--out <file>', translate('cli.report.out'))
  .action(async (options: Options) => {
    const report = await makeReport(resolve(options.data ?? terminal().folder));
    if (!options.out) return print(options, report, () => reportText(report));
    const file = resolve(options.out);
    writeFileSync(file, reportText(report), { mode: 0o600 });
    print(options, { file }, () => translate('cli.report.saved', { file }));
  });
