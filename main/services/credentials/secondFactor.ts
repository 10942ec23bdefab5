import { and, eq, isNotNull, lt } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { toDataURL } from 'qrcode';
import type { Database, Reader, Writer } from '#db/index.ts';
import { secondFactor } from '#db/schema/index.ts';

const PERIOD_S = 30;

const totp = (secret: string, label = 'user', issuer = 'Clinic Desk') =>
  new TOTP({ secret: Secret.fromBase32(secret), label, issuer, period: PERIOD_S, digits: 6 });

/** True when a code of the user's authenticator is asked for at sign-in. */
export async function hasSecondFactor(reader: Reader, userId: number): Promise<boolean> {
  const [row] = await reader
    .select({ at: secondFactor.confirmedAt })
    .from(secondFactor)
    .where(and(eq(secondFactor.userId, userId), isNotNull(secondFactor.confirmedAt)));
  return row !== undefined;
}

/** A new secret and how an authenticator takes it in. */
export async function newSecret(label: string, clinic: string): Promise<{ secret: string; uri: string; qr: string }> {
  const secret = new Secret({ size: 20 }).base32;
  const uri = totp(secret, label, clinic || 'Clinic Desk').toString();
  return { secret, uri, qr: await toDataURL(uri, { errorCorrectionLevel: 'M', margin: 2 }) };
}

/** Stores a secret that does not count before it is confirmed. */
export async function storeSecret(tx: Writer, userId: number, secret: string): Promise<void> {
  const row = { secret, confirmedAt: null, lastStep: 0 };
  await tx
    .insert(secondFactor)
    .values({ userId, ...row })
    .onConflictDoUpdate({ target: secondFactor.userId, set: row });
}

/**
 * Spends a code: true when it is the one of this moment, or of the step before or after, and neither it nor a later
 * one was used before. Of many tries with one code at once a single one succeeds.
 */
export async function spendCode(db: Database, userId: number, code: string, now: number): Promise<boolean> {
  return db.write((tx) => spendCodeIn(tx, userId, code, now));
}

/** As {@link spendCode}, inside a transaction. */
export async function spendCodeIn(tx: Writer, userId: number, code: string, now: number): Promise<boolean> {
  if (!/^\d{6}$/.test(code)) return false;
  const [row] = await tx.select().from(secondFactor).where(eq(secondFactor.userId, userId));
  if (!row) return false;
  const delta = totp(row.secret).validate({ token: code, timestamp: now, window: 1 });
  if (delta === null) return false;
  const step = TOTP.counter({ period: PERIOD_S, timestamp: now }) + delta;
  const spent = await tx
    .update(secondFactor)
    .set({ lastStep: step })
    .where(and(eq(secondFactor.userId, userId), lt(secondFactor.lastStep, step)))
    .returning({ id: secondFactor.userId });
  return spent.length > 0;
}

/** The authenticator counts from now on. */
export async function confirmSecret(tx: Writer, userId: number, now: number): Promise<void> {
  await tx.update(secondFactor).set({ confirmedAt: now }).where(eq(secondFactor.userId, userId));
}

export async function removeSecret(tx: Writer, userId: number): Promise<void> {
  await tx.delete(secondFactor).where(eq(secondFactor.userId, userId));
}
