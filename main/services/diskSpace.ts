import { statfs } from 'node:fs/promises';
import type { StorageState } from '#contract/system/storage.ts';
import { LEAST_SPACE } from '#main/folders/space.ts';
import type { Clock } from '#main/ports.ts';
import { nearlyFull, Refusal } from '#main/refusal.ts';

type Space = StorageState['space'];

const LOW_BYTES = 256 * 1024 ** 2;
const LOW_MINUTES = 15;
/** Kept back for signing in and the audit of what is read. */
const FULL_BYTES = 2 * 1024 ** 2;

const LOOK_EVERY_MS = 10_000;
/** The rate at which the disk fills is that of the last minutes, and known after the first. */
const RATE_OF_MS = 5 * 60_000;
const RATE_AFTER_MS = 60_000;
const MINUTE_MS = 60_000;

const order: readonly Space[] = ['ok', 'low', 'short', 'full'];

/** Looks how much the clinic's disk still takes, and refuses in order when it becomes little. */
export interface DiskSpace {
  readonly state: Omit<StorageState, 'isWriting'>;
  /** Raises DISK_FULL when it is as bad as this, or worse. */
  refuseFrom(space: 'short' | 'full'): void;
  /** Looks now, and not only when it is due. */
  look(): Promise<void>;
  close(): void;
}

interface Sample {
  at: number;
  free: number;
}

/** `changed` hears when people have to be told something else. */
export async function createDiskSpace(folder: string, clock: Clock, changed: () => void): Promise<DiskSpace> {
  let samples: Sample[] = [];
  let state: DiskSpace['state'] = { space: 'ok', freeMegabytes: null, minutesLeft: null };
  let callOff = () => {};

  const look = async () => {
    const disk = await statfs(folder).catch(() => null);
    if (!disk) return;
    const now = { at: clock.monotonic(), free: disk.bavail * disk.bsize };
    samples = [...samples.filter(({ at }) => now.at - at <= RATE_OF_MS), now];
    const before = state.space;
    state = stateOf(samples, now);
    if (state.space !== before) changed();
  };
  const lookIn = (milliseconds: number) => {
    callOff = clock.after(milliseconds, () => void look().finally(() => lookIn(LOOK_EVERY_MS)));
  };
  await look();
  lookIn(LOOK_EVERY_MS);

  return {
    get state() {
      return state;
    },
    refuseFrom(space) {
      if (order.indexOf(state.space) < order.indexOf(space)) return;
      const isFull = space === 'full' || state.space === 'full';
      throw isFull ? new Refusal('DISK_FULL') : nearlyFull();
    },
    look,
    close: () => callOff(),
  };
}

function stateOf(samples: readonly Sample[], { at, free }: Sample): DiskSpace['state'] {
  const [first] = samples;
  const used = first && at - first.at >= RATE_AFTER_MS ? (first.free - free) / (at - first.at) : 0;
  const minutesLeft = used > 0 ? Math.floor(free / used / MINUTE_MS) : null;
  return { space: spaceOf(free, minutesLeft), freeMegabytes: Math.floor(free / 1024 ** 2), minutesLeft };
}

function spaceOf(free: number, minutesLeft: number | null): Space {
  if (free < FULL_BYTES) return 'full';
  if (free < LEAST_SPACE) return 'short';
  return free < LOW_BYTES || (minutesLeft ?? LOW_MINUTES) < LOW_MINUTES ? 'low' : 'ok';
}
