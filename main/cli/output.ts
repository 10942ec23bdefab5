import { Command } from 'commander';
import { translate } from '#main/texts.ts';

/** What every command that works on a data folder can be told. */
export interface CommonOptions {
  data?: string;
  json?: boolean;
}

/** A command with its description from the texts, `--data` and, where it reports, `--json`. */
export function command(name: string, { json = true } = {}): Command {
  const made = new Command(name)
    .description(translate(`cli.${name}.description`))
    .option('--data <folder>', translate('cli.option.data'));
  return json ? made.option('--json', translate('cli.option.json')) : made;
}

/** With `--json` one line of JSON, otherwise the words; nothing else ever goes to stdout. */
export function print({ json }: CommonOptions, value: object, words: () => string): void {
  process.stdout.write(`${json ? JSON.stringify(value) : words()}\n`);
}

const WIDTH = 30;

/** A bar on stderr, drawn only where somebody sees it. */
export function progressBar() {
  const { stderr } = process;
  return {
    show({ label, done, total }: { label: string; done: number; total: number }) {
      if (!stderr.isTTY) return;
      const part = total > 0 ? Math.min(done / total, 1) : 0;
      const filled = Math.round(part * WIDTH);
      stderr.write(`\r\x1b[K${label} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.floor(part * 100)} %`);
    },
    clear() {
      if (stderr.isTTY) stderr.write('\r\x1b[K');
    },
  };
}
