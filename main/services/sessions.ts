import { and, eq, lt, ne, sql } from 'drizzle-orm';
import { type Database, prepared, type Reader, type Writer } from '#db/index.ts';
import { session } from '#db/schema/index.ts';
import type { Clock } from '#main/ports.ts';
import type { Seat } from './seats.ts';
import { hashToken, newToken } from './tokens.ts';

const HOUR = 3_600_000;
/** A session nobody uses ends after this long ... */
export const SLIDING_MS = 4 * HOUR;
/** ... and every session ends after this long (A8). */
export const ABSOLUTE_MS = 12 * HOUR;
/** How old the stored "last seen" may be before a call writes it anew. */
const TOUCH_EVERY_MS = 60_000;

export type Session = typeof session.$inferSelect;

export interface Sessions {
  /** Signs a user in at a seat under a new id; the seat's session before, if any, is gone. */
  begin(tx: Writer, seat: Seat, userId: number): Promise<void>;
  /** The seat's session while it is valid, its life extended; null when there is none or it has ended. */
  current(seat: Seat): Promise<Session | null>;
  end(tx: Writer, seat: Seat): Promise<void>;
  /** Ends all sessions of a user but, if given, the one of this seat. */
  endAll(tx: Writer, userId: number, keep?: Seat): Promise<void>;
  /** Removes what has expired; answers how many. */
  clearExpired(): Promise<number>;
}

const byHash = prepared((reader: Reader) =>
  reader
    .select()
    .from(session)
    .where(eq(session.idHash, sql.placeholder('hash')))
    .prepare(),
);

export function createSessions(db: Database, clock: Clock, appVersion: string): Sessions {
  const touch = async (found: Session, now: number) => {
    const expiresAt = Math.min(now + SLIDING_MS, found.endsAt);
    await db.write(async (tx) => {
      await tx.update(session).set({ lastSeenAt: now, expiresAt }).where(eq(session.idHash, found.idHash));
    });
    return { ...found, lastSeenAt: now, expiresAt };
  };

  return {
    async begin(tx, seat, userId) {
      if (seat.sessionId) await tx.delete(session).where(eq(session.idHash, hashToken(seat.sessionId)));
      const id = newToken();
      const now = clock.now();
      await tx.insert(session).values({
        idHash: hashToken(id),
        userId,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: now + SLIDING_MS,
        endsAt: now + ABSOLUTE_MS,
        workstation: seat.workstation,
        address: seat.address,
        appVersion,
      });
      seat.sessionId = id;
    },
    async current(seat) {
      if (!seat.sessionId) return null;
      const hash = hashToken(seat.sessionId);
      const found = await db.read(async (reader) => byHash(reader).get({ hash }));
      const now = clock.now();
      if (!found || found.expiresAt <= now || found.endsAt <= now) {
        seat.sessionId = null;
        return null;
      }
      return now - found.lastSeenAt > TOUCH_EVERY_MS ? touch(found, now) : found;
    },
    async end(tx, seat) {
      if (seat.sessionId) await tx.delete(session).where(eq(session.idHash, hashToken(seat.sessionId)));
      seat.sessionId = null;
    },
    async endAll(tx, userId, keep) {
      const kept = keep?.sessionId ? hashToken(keep.sessionId) : '';
      await tx.delete(session).where(and(eq(session.userId, userId), ne(session.idHash, kept)));
    },
    clearExpired: () =>
      db.write(async (tx) => {
        const gone = await tx
          .delete(session)
          .where(lt(session.expiresAt, clock.now()))
          .returning({ id: session.idHash });
        return gone.length;
      }),
  };
}
