import { isUnwritable, type Writer } from '#db/index.ts';
import type { Context } from '#main/call/caller.ts';
import type { Change } from '#main/call/context.ts';

/**
 * Writes that somebody came or went, with its audit row. Where the disk takes nothing the change is left out, and the audit
 * row waits in memory until it can be written: people must be able to sign in and read on a full disk.
 */
export async function writeIfPossible(
  context: Context,
  { userId, action }: { userId: number; action: 'signIn' | 'signOut' | 'lock' | 'unlock' },
  changes?: (tx: Writer, change: Change) => Promise<void>,
): Promise<void> {
  const touched = { entity: 'user' as const, id: userId, action };
  try {
    await context.write(
      async (tx, change) => {
        await changes?.(tx, change);
        change.touched(touched);
      },
      { evenWhenFull: true },
    );
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    context.call.touched.push(touched);
  }
}
