import { InvalidArgumentError } from 'commander';
import { translate } from '#main/texts.ts';
import { followJob, importer } from './followJob.ts';
import { reportJson } from './import.ts';
import { withBackend } from './openBackend.ts';
import { type CommonOptions, command, print } from './output.ts';

interface Options extends CommonOptions {
  patients: number;
  seed: number;
}

const MOST_PATIENTS = 10_000_000;

export const demoCommand = command('demo')
  .requiredOption('--patients <number>', translate('cli.demo.patients'), wholeNumber(1, MOST_PATIENTS))
  .option('--seed <number>', translate('cli.demo.seed'), wholeNumber(0, Number.MAX_SAFE_INTEGER), 1)
  .action(runDemo);

async function runDemo({ patients, seed, ...options }: Options): Promise<void> {
  const report = await withBackend(options.data, (backend) =>
    followJob(backend, { kind: 'demo', patients, seed, importer: importer('demo') }),
  );
  const { patients: added, practitioners } = report;
  print(options, reportJson(report), () =>
    translate('cli.demo.done', { patients: added.created, doctors: practitioners.created }),
  );
}

function wholeNumber(least: number, most: number) {
  return (text: string): number => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(translate('cli.error.notNumber', { least, most }));
  };
}
