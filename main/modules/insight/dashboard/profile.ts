import type { CurrentUser } from '#contract/accounts/signIn.ts';
import type { ProfileSummary } from '#contract/insight/dashboard.ts';
import type { Reader } from '#db/index.ts';
import { getUser } from '#db/queries/accounts/users.ts';
import { jobTitleOf } from '#db/queries/insight/profile.ts';
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
    jobTitle: await jobTitleOf(reader, who.id),
    groups,
    lastSignInAt: (await getUser(reader, who.id))?.lastSignInAt ?? null,
    doctor: linked ? { id: linked.id, patients: await patientsOf(reader, linked.id) } : null,
  };
}
