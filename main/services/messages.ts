import { type Database, isUnwritable, type Writer } from '#db/index.ts';
import { insertMessage, takeMessages, usersWithMessages } from '#db/queries/system/messages.ts';
import type { Clock } from '#main/ports.ts';
import type { Notice } from './notice.ts';
import type { Station } from './stations.ts';

/** A station where nobody calls must not gather notices without end. */
const MOST_AT_STATION = 20;

export interface Messages {
  /** Queues a notice for a user; it is delivered once, now or in a later session. */
  add(userId: number, notice: Notice): Promise<void>;
  /** The same inside a transaction. */
  addIn(tx: Writer, userId: number, notice: Notice): Promise<void>;
  /** Queues a notice for whoever sits at a station, also after signing out; it is delivered once with the next answer. */
  addAt(station: Station, notice: Notice): void;
  /** Takes what waits for a user, oldest first; it will not be given again. */
  take(userId: number): Promise<Notice[]>;
  takeAt(station: Station): Notice[];
}

export async function createMessages(db: Database, clock: Clock): Promise<Messages> {
  /** Who has something waiting; asked on every call, so it is not asked of the database. */
  const waiting = new Set(await db.read(usersWithMessages));
  const addIn: Messages['addIn'] = async (tx, userId, notice) => {
    await insertMessage(tx, { userId, ...notice, createdAt: clock.now() });
    waiting.add(userId);
  };
  return {
    addIn,
    add: (userId, notice) => db.write((tx) => addIn(tx, userId, notice)),
    addAt(station, notice) {
      station.notices.push(notice);
      if (station.notices.length > MOST_AT_STATION) station.notices.shift();
    },
    async take(userId) {
      if (!waiting.delete(userId)) return [];
      const taken = await db
        .write((tx) => takeMessages(tx, userId))
        .catch((error: unknown) => {
          if (!isUnwritable(error)) throw error;
          // What cannot be taken away would be told again and again; it waits until it can.
          waiting.add(userId);
          return [];
        });
      return taken.map(({ level, key, params }) => ({ level, key, params }));
    },
    takeAt: (station) => station.notices.splice(0),
  };
}
