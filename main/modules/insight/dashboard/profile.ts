import { eq } from 'drizzle-orm';
import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { ProfileSummary } from '#contract/insight/dashboard.ts';
import type { Reader } from '#db/index.ts';
import { getUser } from '#db/queries/accounts/users.ts';
import { patientsOf } from '#db/queries/people/doctors.ts';
import { doctor, profile } from '#db/schema/index.ts';

/** The user's own corner of the dashboard. */
export async function summariseProfile(reader: Reader, who: CurrentUser, now: number): Promise<ProfileSummary> {
  const { prefix, givenName, middleName, familyName, suffix, photoId, groups } = who;
  const [own] = await reader.select({ jobTitle: profile.jobTitle }).from(profile).where(eq(profile.userId, who.id));
  const [linked] = await reader.select({ id: doctor.id }).from(doctor).where(eq(doctor.userId, who.id));
  return {
    at: now,
    prefix,
    givenName,
    middleName,
    familyName,
    suffix,
    photoId,
    jobTitle: own?.jobTitle ?? '',
    groups,
    lastSignInAt: (await getUser(reader, who.id))?.lastSignInAt ?? null,
    doctor: linked ? { id: linked.id, patients: patientsOf(reader, linked.id) } : null,
  };
}
