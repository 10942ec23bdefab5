import { Secret, TOTP } from 'otpauth';
import { toDataURL } from 'qrcode';
import { type Database, isUnwritable, type Reader, type Writer } from '#db/index.ts';
import { getSecondFactor, markStepUsed, putSecondFactor } from '#db/queries/accounts/secondFactors.ts';

const PERIOD_S = 30;

const totp = (secret: string, label = 'user', issuer = 'Clinic Desk') =>
  new TOTP({ secret: Secret.fromBase32(secret), label, issuer, period: PERIOD_S, digits: 6 });

/** True when a code of the user's authenticator is asked for at sign-in. */
export async function hasSecondFactor(reader: Reader, userId: number): Promise<boolean> {
  return ((await getSecondFactor(reader, userId))?.confirmedAt ?? null) !== null;
}

/** A new secret and how an authenticator takes it in. */
export async function newSecret(label: string, clinic: string): Promise<{ secret: string; uri: string; qr: string }> {
  const secret = new Secret({ size: 20 }).base32;
  const uri = totp(secret, label, clinic || 'Clinic Desk').toString();
  return { secret, uri, qr: await toDataURL(uri, { errorCorrectionLevel: 'M', margin: 2 }) };
}

/** Stores a secret that does not count before it is confirmed. */
export function storeSecret(tx: Writer, userId: number, secret: string): Promise<void> {
  return putSecondFactor(tx, { userId, secret, confirmedAt: null, lastStep: 0 });
}

/** True for what an authenticator shows; recovery codes are longer. */
export const isCode = (typed: string) => /^\d{6}$/.test(typed);

/**
 * Spends a code: true when it is the one of this moment, or of the step before or after, and neither it nor a later
 * one was used before. Of many tries with one code at once a single one succeeds.
 */
export async function spendCode(db: Database, userId: number, code: string, now: number): Promise<boolean> {
  try {
    return await db.write((tx) => spendCodeIn(tx, userId, code, now));
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    const step = await db.read((reader) => stepOf(reader, userId, code, now));
    return step !== null && spendInMemory(userId, step);
  }
}

/** As {@link spendCode}, inside a transaction. */
export async function spendCodeIn(tx: Writer, userId: number, code: string, now: number): Promise<boolean> {
  const step = await stepOf(tx, userId, code, now);
  if (step === null || step <= (spentInMemory.get(userId) ?? 0)) return false;
  return markStepUsed(tx, userId, step);
}

/** Steps that were used while the disk took nothing: of no use again in this run of the program, and over by the next. */
const spentInMemory = new Map<number, number>();

function spendInMemory(userId: number, step: number): boolean {
  if (step <= (spentInMemory.get(userId) ?? 0)) return false;
  spentInMemory.set(userId, step);
  return true;
}

/** The step whose code this is, if it is one of this moment and none as late was used before. */
async function stepOf(reader: Reader, userId: number, code: string, now: number): Promise<number | null> {
  if (!isCode(code)) return null;
  const row = await getSecondFactor(reader, userId);
  const delta = row ? totp(row.secret).validate({ token: code, timestamp: now, window: 1 }) : null;
  if (!row || delta === null) return null;
  const step = TOTP.counter({ period: PERIOD_S, timestamp: now }) + delta;
  return step > row.lastStep ? step : null;
}
