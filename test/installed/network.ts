import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desktop, type Screen } from './desktop.ts';
import { check } from './report.ts';

/** Calls of the system that reach, or ask for, another computer. */
const OUTWARD = /(connect|sendto|sendmmsg|sendmsg)\(.*sa_family=AF_INET/;

/** The installed program asks no other computer for anything, by what the system is called for while it starts and stands there. */
export async function checkNoNetwork(screen: Screen, home: string): Promise<void> {
  const trace = join(home, 'calls');
  const strace = ['strace', '-f', '--seccomp-bpf', '-qq', '-e', 'trace=connect,sendto,sendmmsg,sendmsg', '-o', trace];
  const desktop = new Desktop(screen, home, [`--data=${join(home, 'no-network')}`], strace);
  await desktop.window();
  await desktop.look('no-network');
  check('it quits under strace', await desktop.quit(), 0);
  const calls = existsSync(trace) ? readFileSync(trace, 'utf8').split('\n') : [];
  check(
    'its calls were seen',
    calls.some((call) => call.includes('AF_UNIX')),
    true,
  );
  check(
    'it reaches for no network',
    calls.filter((call) => OUTWARD.test(call)),
    [],
  );
}
