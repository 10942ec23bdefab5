import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { MOVED_NOTE } from './places.ts';
import { saveDurably } from './saveDurably.ts';

const note = z.object({ to: z.string().min(1), at: z.number() });

/** Where the data of a folder went, and when (UTC milliseconds). */
export type MovedNote = z.infer<typeof note>;

/** Raised instead of opening a folder whose data was moved: a new, empty clinic there would be mistaken for it. */
export class MovedError extends Error {
  readonly to: string;
  readonly at: number;

  constructor({ to, at }: MovedNote) {
    super('the data was moved to another folder');
    this.name = 'MovedError';
    this.to = to;
    this.at = at;
  }
}

/** Has `folder` say where its data went, on disk before anything else happens to it. Raises what the system says. */
export function leaveMovedNote(folder: string, to: string): void {
  saveDurably(join(folder, MOVED_NOTE), JSON.stringify({ to, at: Date.now() } satisfies MovedNote));
}

/** Takes the note back, for data that stays after all. */
export const takeBackMovedNote = (folder: string) => rmSync(join(folder, MOVED_NOTE), { force: true });

/** Raises {@link MovedError} where a note says that the data is elsewhere. */
export function refuseMoved(folder: string): void {
  const found = readNote(folder);
  if (found) throw new MovedError(found);
}

function readNote(folder: string): MovedNote | null {
  try {
    return note.parse(JSON.parse(readFileSync(join(folder, MOVED_NOTE), 'utf8')));
  } catch {
    return null;
  }
}
