import * as z from 'zod';
import { birthDate, instant, line, paragraph, version } from '../ground/fields.ts';
import { personForm } from '../ground/person.ts';
import { procedure } from '../ground/procedure.ts';
import { storedFields } from '../ground/shape.ts';
import { code, currentUser, preferences, username } from './signIn.ts';

/** The user form: what belongs to the account. */
export const accountForm = personForm.extend({ username });
export type AccountForm = z.infer<typeof accountForm>;

/** The profile form: what a person tells about themselves. */
export const profileForm = z.strictObject({
  jobTitle: line(120).default(''),
  birthDate: birthDate.nullable().default(null),
  about: paragraph(2000).default(''),
});
export type ProfileForm = z.infer<typeof profileForm>;

export const profile = storedFields(profileForm).extend({ version });

export const myAccount = z.object({
  user: currentUser,
  version,
  /** Null until first edited, for a superuser. */
  profile: profile.nullable(),
  /** The password is kept here and can be changed here; false for a directory's users. */
  hasPassword: z.boolean(),
  secondFactor: z.boolean(),
  /** Unused ones. */
  recoveryCodes: z.int(),
  /** Until when this computer stands in for the second factor; null when the code is asked for. */
  rememberedUntil: instant.nullable(),
});

const audit = { action: 'update', entity: 'user' } as const;
const codes = z.object({ /** Shown once; only hashes are stored. */ codes: z.array(z.string()) });

/** My account. */
export const me = {
  get: procedure({ access: 'signedIn', effect: 'read' }).output(myAccount),
  updateUser: procedure({ access: 'signedIn', effect: 'write', audit, fresh: true })
    .input(z.strictObject({ version, user: accountForm }))
    .output(myAccount),
  /** `version` of the profile as shown; left out while there is none. */
  updateProfile: procedure({ access: 'signedIn', effect: 'write', audit })
    .input(z.strictObject({ version: version.optional(), profile: profileForm }))
    .output(myAccount),
  /** What is left out stays as it is. */
  updatePreferences: procedure({ access: 'signedIn', effect: 'write', audit })
    .input(preferences.partial())
    .output(currentUser),
  /** Begins with a new secret; nothing is asked at sign-in before `confirmSecondFactor`. */
  enrolSecondFactor: procedure({ access: 'signedIn', effect: 'write', audit, fresh: true }).output(
    z.object({
      secret: z.string(),
      uri: z.string(),
      /** A PNG as a data URL. */
      qr: z.string(),
    }),
  ),
  /** The first code shows that the authenticator works; answers new recovery codes. */
  confirmSecondFactor: procedure({ access: 'signedIn', effect: 'write', audit, fresh: true })
    .input(z.strictObject({ code }))
    .output(codes),
  disableSecondFactor: procedure({ access: 'signedIn', effect: 'write', audit, fresh: true }).output(z.object({})),
  /** This computer asks for the code again. */
  forgetDevice: procedure({ access: 'signedIn', effect: 'write', audit }).output(z.object({})),
  /** Ten new recovery codes; older ones are void. */
  newRecoveryCodes: procedure({ access: 'signedIn', effect: 'write', audit, fresh: true }).output(codes),
};
