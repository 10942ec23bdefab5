import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { nodeImages } from '#main/adapters/images/node.ts';
import { type Backend, createBackend } from '#main/backend.ts';
import { type DataFolder, openDataFolder } from '#main/folders/dataFolder.ts';
import type { Clock, DeviceStore, Hasher, Ports } from '#main/ports.ts';
import { newStation } from '#main/services/stations.ts';

/** A clock that stands until a test moves it. */
export class FakeClock implements Clock {
  private at = Date.UTC(2026, 0, 15, 9, 0, 0);
  private elapsed = 0;
  private calls: Array<{ due: number; call: () => void }> = [];

  now(): number {
    return this.at;
  }

  monotonic(): number {
    return this.elapsed;
  }

  after(milliseconds: number, call: () => void): () => void {
    const waiting = { due: this.elapsed + milliseconds, call };
    this.calls.push(waiting);
    return () => {
      this.calls = this.calls.filter((other) => other !== waiting);
    };
  }

  /** Time passes, in milliseconds, for both ways of asking; what became due is called, in its order. */
  pass(milliseconds: number): void {
    this.at += milliseconds;
    this.elapsed += milliseconds;
    const due = this.calls.filter((waiting) => waiting.due <= this.elapsed);
    this.calls = this.calls.filter((waiting) => !due.includes(waiting));
    for (const { call } of due.sort((a, b) => a.due - b.due)) call();
  }

  /** Somebody sets the computer's clock; no time passes. */
  set(instant: number): void {
    this.at = instant;
  }
}

/** A hasher that takes no time, so that tests do not; it counts, since how often it runs is a promise. */
export class FastHasher implements Hasher {
  verified = 0;
  outdated = false;

  async hash(password: string): Promise<string> {
    return `fast$${createHash('sha256').update(password).digest('hex')}`;
  }

  async verify(hash: string, password: string): Promise<boolean> {
    this.verified += 1;
    return hash === (await this.hash(password));
  }

  isOutdated(): boolean {
    return this.outdated;
  }
}

export interface TestBackend extends Backend {
  readonly clock: FakeClock;
  readonly hasher: FastHasher;
  readonly data: DataFolder;
  /** What the backend logged, a parsed object a line. */
  readonly logged: Array<Record<string, unknown>>;
  /** A client at a station of its own, or at the given one. */
  station(name?: string): { client: ReturnType<Backend['clientFor']>; station: ReturnType<typeof newStation> };
}

/** Everything the first administrator of tests is called. */
export const ADMINISTRATOR = {
  givenName: 'Ada',
  familyName: 'Moreau',
  username: 'ada',
  password: 'violet-harbour-lantern-42',
};

/** The real backend on a real encrypted database in a temporary folder; clock and hasher are the only stand-ins. */
export async function startBackend(
  overrides: Partial<Ports> = {},
  folder = mkdtempSync(join(tmpdir(), 'clinic-test-')),
): Promise<TestBackend> {
  const data = await openDataFolder(folder);
  const [clock, hasher] = [new FakeClock(), new FastHasher()];
  const logged: Array<Record<string, unknown>> = [];
  const log = pino(
    { level: 'debug' },
    { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const ports: Ports = {
    clock,
    hasher,
    log,
    images: nodeImages,
    device: memoryDevice(),
    dialogs: null,
    workstation: 'FRONT-DESK-2',
    appVersion: '0.0.0-test',
    dataKey: data.key,
    keyInFile: true,
    ...overrides,
  };
  const backend = await createBackend(data.db, ports);
  let stations = 0;
  return {
    ...backend,
    clock,
    hasher,
    data,
    logged,
    station(name = `station-${++stations}`) {
      const station = newStation(name, 'FRONT-DESK-2');
      return { station, client: backend.clientFor({ id: name, station }) };
    },
    async close() {
      await backend.close();
      data.unlock();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A backend that is set up, and the client of its administrator. */
export async function startClinic(overrides: Partial<Ports> = {}, folder?: string) {
  const backend = await startBackend(overrides, folder);
  const { client: admin, station } = backend.station('admin');
  await admin.accounts.setup({ clinicName: 'Harbour Street Clinic', administrator: ADMINISTRATOR });
  return { backend, admin, station };
}

function memoryDevice(): DeviceStore {
  const values = new Map<string, unknown>();
  return {
    get: (key) => values.get(key),
    set: (key, value) => void values.set(key, value),
    delete: (key) => void values.delete(key),
  };
}
