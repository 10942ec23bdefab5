import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Refusal } from '#main/refusal.ts';
import { translate } from '#main/texts.ts';
import { CommandError, fieldProblem } from './run.ts';

/** True when somebody sits there who can be asked. */
export const isSomebodyThere = () => process.stdin.isTTY === true && process.stderr.isTTY === true;

/** Asks on the terminal, on stderr so that stdout stays the command's answer. Ctrl-C or the end of input is an error. */
export function ask(question: string, options: { hidden?: boolean } = {}): Promise<string> {
  const { stderr } = process;
  // What is typed is echoed by readline itself, so for a password readline gets nowhere to echo to.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const output = options.hidden ? silent : stderr;
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  return new Promise((resolve, reject) => {
    let answered = false;
    lines.once('SIGINT', () => lines.close());
    lines.once('close', () => {
      if (answered) return;
      stderr.write('\n');
      reject(new CommandError(translate('cli.error.interrupted')));
    });
    if (options.hidden) stderr.write(`${question} `);
    lines.question(options.hidden ? '' : `${question} `, (answer) => {
      answered = true;
      if (options.hidden) stderr.write('\n');
      resolve(answer);
      lines.close();
    });
  });
}

let piped: Promise<string[]> | undefined;

/** The next line of what is piped in; undefined after the last. */
export async function pipedLine(): Promise<string | undefined> {
  piped ??= readLines();
  return (await piped).shift();
}

async function readLines(): Promise<string[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
}

/** Asks again, after saying why, until no field is wrong. */
export async function askUntilAccepted<T>(answer: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await answer();
    } catch (error) {
      const [wrong] = error instanceof Refusal ? (error.data.fields ?? []) : [];
      if (!wrong) throw error;
      process.stderr.write(`${fieldProblem(wrong)}\n`);
    }
  }
}
