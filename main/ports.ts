import type { Logger } from 'pino';

/** Time, as main sees it. `now` is UTC milliseconds and may be set back by people; `monotonic` only ever grows. */
export interface Clock {
  now(): number;
  monotonic(): number;
  /** Calls once, so many milliseconds later at the earliest; answers how to call it off. Keeps no program running. */
  after(milliseconds: number, call: () => void): () => void;
}

/** Slow password hashing, off the main thread. */
export interface Hasher {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
  /** True when the hash was made with weaker parameters than today's. */
  isOutdated(hash: string): boolean;
}

export interface PhotoSizes {
  /** 512 × 512 WebP. */
  large: Buffer;
  /** 96 × 96 WebP. */
  small: Buffer;
}

export interface Square {
  x: number;
  y: number;
  size: number;
}

/** A picture of the library in its two stored sizes, whole and in its own shape. */
export interface LibrarySizes {
  /** At most 2000 pixels a side, WebP. */
  large: Buffer;
  /** At most 400 pixels a side, WebP. */
  small: Buffer;
  /** Of the large one. */
  width: number;
  height: number;
}

/** Turns an uploaded file into the stored sizes, upright and without metadata; refuses what is no picture. */
export interface ImageProcessor {
  square(file: Buffer, crop?: Square): Promise<PhotoSizes>;
  whole(file: Buffer): Promise<LibrarySizes>;
}

/** Fetches a file from a public place on the web; raises a refusal with a sentence when it may not or cannot. */
export type LinkFetcher = (address: string) => Promise<Buffer>;

/** Values that belong to this computer, not to the clinic's data: who signed in here, window places. */
export interface DeviceStore {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  delete(key: string): void;
}

/** The system's own dialogs, where the host has them. */
export interface Dialogs {
  chooseToOpen(options: { what: 'folder' | 'file'; extensions: string[] }): Promise<string | null>;
}

/** Takes the clinic's data to another folder; only where there is a window to ask in. */
export interface FolderMover {
  /** Asks where to; null when it shall stay after all. */
  choose(): Promise<string | null>;
  /** Closes the clinic, moves the data, and starts again there; what goes wrong is told by the host. */
  begin(folder: string): void;
}

/** The lines of the log as they were written. */
export interface LogReader {
  /** The newest first, so many at most; `isCut` when there are more. */
  newest(most: number): Promise<{ lines: string[]; isCut: boolean }>;
  /** How much room all of it takes. */
  bytes(): Promise<number>;
}

/** What the backend needs from outside. */
export interface Ports {
  clock: Clock;
  hasher: Hasher;
  images: ImageProcessor;
  device: DeviceStore;
  dialogs: Dialogs | null;
  mover?: FolderMover;
  /** A page copied something a moment ago; left out where main cannot reach the clipboard. */
  noteCopied?: () => void;
  /** Left out: over the network, from public https addresses only. */
  fetchLink?: LinkFetcher;
  log: Logger;
  /** Where the log can be read again; not everywhere. */
  logs?: LogReader;
  workstation: string;
  appVersion: string;
  /** The key of the database, for threads that open connections of their own. Never logged. */
  dataKey: Buffer;
  /** The data key lies in a file, since the system offers no keychain. */
  keyInFile: boolean;
}
