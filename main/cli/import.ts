import { resolve } from 'node:path';
import { Argument } from 'commander';
import { type ImportFormat, type ImportReport, importFormat } from '#contract/people/imports.ts';
import { translate } from '#main/texts.ts';
import { followJob, importer } from './followJob.ts';
import { withBackend } from './openBackend.ts';
import { type CommonOptions, command, print } from './output.ts';

interface Options extends CommonOptions {
  dryRun?: boolean;
}

/** Problems listed in words; with --json all of them. */
const MOST_LISTED = 20;

export const importCommand = command('import')
  .addArgument(new Argument('<format>', translate('cli.import.format')).choices(importFormat.options))
  .argument('<path>', translate('cli.import.path'))
  .option('--dry-run', translate('cli.import.dryRun'))
  .action(runImport);

async function runImport(format: ImportFormat, path: string, options: Options): Promise<void> {
  const dryRun = options.dryRun ?? false;
  const who = importer('import');
  const report = await withBackend(options.data, ({ services, ...backend }) => {
    const whole = { at: services.clock.now(), action: 'import', entity: 'patient', outcome: 'ok' };
    services.audit.note({ ...who, ...whole });
    return followJob({ services, ...backend }, { kind: 'import', format, path: resolve(path), dryRun, importer: who });
  });
  print(options, reportJson(report), () => reportWords(report));
}

/** The part of a report that says what became of the source. */
export const reportJson = ({ patients, practitioners, problems }: ImportReport) => ({
  patients,
  practitioners,
  problems,
});

/** A report in lines for people. */
export function reportWords({ patients, practitioners, problems, dryRun }: ImportReport): string {
  const listed = problems
    .slice(0, MOST_LISTED)
    .map(({ source, line, reason }) =>
      translate(line === null ? 'cli.import.problemInFile' : 'cli.import.problem', { source, line: line ?? 0, reason }),
    );
  const rest = problems.length - listed.length;
  return [
    ...(dryRun ? [translate('cli.import.dry')] : []),
    translate('cli.import.patients', patients),
    translate('cli.import.practitioners', practitioners),
    ...listed,
    ...(rest > 0 ? [translate('cli.import.more', { count: rest })] : []),
  ].join('\n');
}
