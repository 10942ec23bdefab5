import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { ProfileSummary } from '#contract/insight/dashboard.ts';
import type { Reader } from '#db/index.ts';
import { getProfile } from '#db/queries/accounts/profiles.ts';
import { getUser } from '#db/queries/accounts/users.ts';
import { doctorOfUser, patientsOf } from '#db/queries/people/doctors.ts';

/** The user's own corner of the dashboard. */
export async function summariseProfile(reader: Reader, who: CurrentUser, now: number): Promise<ProfileSummary> {
  const { prefix, givenName, middleName, familyName, suffix, photoId, groups } = who;
  const linked = await doctorOfUser(reader, who.id);
  return {
    at: now,
    prefix,
    givenName,
    middleName,
    familyName,
    suffix,
    photoId,
    jobTitle: (await getProfile(reader, who.id))?.jobTitle ?? '',
    groups,
    lastSignInAt: (await getUser(reader, who.id))?.lastSignInAt ?? null,
    doctor: linked ? { id: linked.id, patients: await patientsOf(reader, linked.id) } : null,
  };
}
