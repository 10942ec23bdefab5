import * as z from 'zod';
import { sentenceSchema } from '../ground/errors.ts';
import { email, id, line, requiredLine } from '../ground/fields.ts';
import { person, personForm } from '../ground/person.ts';
import { type Exemption, procedure } from '../ground/procedure.ts';

/** Passwords are taken as typed (normalised by main), never trimmed or cut. */
export const password = z.string().min(1, 'validation.required').max(1024, 'validation.tooLong');

export const username = requiredLine(150).refine((value) => /^[\p{L}\p{N}._@+-]+$/u.test(value), 'validation.username');

/** A code as it is read from paper or a phone; spaces, dashes and case are main's to forgive. */
export const code = requiredLine(40);

/** A place inside the app, such as `/patients`; empty stands for the next choice. */
export const startPage = line(200).refine(
  (value) => value === '' || /^\/(?!\/)[\w/-]*$/.test(value),
  'validation.invalid',
);

export const preferences = z.strictObject({
  language: line(20).refine((value) => /^(?:[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)?$/.test(value), 'validation.invalid'),
  theme: z.enum(['auto', 'light', 'dark']),
  startPage,
});
export type Preferences = z.infer<typeof preferences>;

export const currentUser = person.extend({
  id,
  username: z.string(),
  isStaff: z.boolean(),
  isSuperuser: z.boolean(),
  groups: z.array(z.string()),
  permissions: z.array(z.string()),
  mustChangePassword: z.boolean(),
  /** Their own; the start page is their group's where they chose none. */
  preferences: z.object({ language: z.string(), theme: z.enum(['auto', 'light', 'dark']), startPage: z.string() }),
});
export type CurrentUser = z.infer<typeof currentUser>;

/** What comes of a right password: the user, or the question for the second factor. */
export const signInAnswer = z.discriminatedUnion('needsSecondFactor', [
  currentUser.extend({ needsSecondFactor: z.literal(false) }),
  z.object({
    needsSecondFactor: z.literal(true),
    /** Seconds until the password has to be given again. */ expiresIn: z.int(),
  }),
]);
export type SignInAnswer = z.infer<typeof signInAnswer>;

/** A person who signed in on this computer before. */
export const recentUser = z.object({ username: z.string(), name: z.string(), photoId: z.string().nullable() });

export const registrationPolicy = z.enum(['off', 'approval', 'open']);

const always: readonly Exemption[] = ['maintenance', 'lock', 'passwordChange'];
const nothing = z.object({});

export const accounts = {
  /** What the first page needs to know before anybody signed in, or while the station is locked. */
  start: procedure({ access: 'public', effect: 'read', exempt: always }).output(
    z.object({
      needsSetup: z.boolean(),
      clinicName: z.string(),
      workstation: z.string(),
      appVersion: z.string(),
      /** The data key lies in a file instead of a system keychain. */
      keyInFile: z.boolean(),
      /** Null also while the station is locked. */
      user: currentUser.nullable(),
      /** Whose station it is while it is locked. */
      locked: recentUser.nullable(),
      recentUsers: z.array(recentUser),
      registration: registrationPolicy,
      /** A forgotten password is helped by a code that is mailed. */
      resetByMail: z.boolean(),
      /** "Stay signed in" may be offered. */
      mayStaySignedIn: z.boolean(),
      /** So many days this computer may stand in for the second factor; 0 where that may not be offered. */
      rememberDays: z.int(),
    }),
  ),
  /**
   * How strong a password would be for the account `userId`, for whoever is signed in or, while nobody is, for somebody
   * `about` whom this is known; and why it is refused if it is. A question that waits is CANCELLED by the next one of the
   * same window.
   */
  passwordStrength: procedure({ access: 'public', effect: 'read', quiet: true, exempt: always })
    .input(
      z.strictObject({
        password: z.string().max(1024),
        about: z.array(z.string().max(200)).max(10).default([]),
        userId: id.optional(),
      }),
    )
    .output(z.object({ score: z.int().min(0).max(4), accepted: z.boolean(), reasons: z.array(sentenceSchema) })),
  /** The first start: names the clinic and makes the first administrator, who is then signed in. */
  setup: procedure({ access: 'public', effect: 'write', audit: { action: 'setup', entity: 'user' } })
    .input(
      z.strictObject({
        clinicName: requiredLine(120),
        administrator: personForm.pick({ givenName: true, familyName: true }).extend({ username, password }),
      }),
    )
    .output(currentUser),
  signIn: procedure({
    access: 'public',
    effect: 'write',
    audit: { action: 'signIn', entity: 'user' },
    exempt: always,
  })
    .input(z.strictObject({ username: requiredLine(254), password, stay: z.boolean().default(false) }))
    .output(signInAnswer),
  /** The second step: a code of the authenticator or a recovery code, soon after the password. */
  secondFactor: procedure({
    access: 'public',
    effect: 'write',
    audit: { action: 'signIn', entity: 'user' },
    exempt: always,
  })
    .input(
      z.strictObject({
        code,
        /** No code here for some days, where the clinic allows it. */ remember: z.boolean().default(false),
      }),
    )
    .output(currentUser),
  signOut: procedure({
    access: 'signedIn',
    effect: 'write',
    audit: { action: 'signOut', entity: 'user' },
    exempt: always,
  }).output(nothing),
  lock: procedure({
    access: 'signedIn',
    effect: 'write',
    audit: { action: 'lock', entity: 'user' },
    exempt: always,
  }).output(nothing),
  /**
   * Opens the locked station to the one who locked it; where the clinic wants that, only with `secondFactor` after it.
   * Another person takes over with `signIn`.
   */
  unlock: procedure({
    access: 'signedIn',
    effect: 'write',
    audit: { action: 'unlock', entity: 'user' },
    exempt: always,
  })
    .input(z.strictObject({ password }))
    .output(signInAnswer),
  /** Somebody moves the mouse or types; keeps the station from locking. */
  activity: procedure({
    access: 'signedIn',
    effect: 'read',
    quiet: true,
    exempt: ['maintenance', 'passwordChange'],
  }).output(nothing),
  /** Gives the password once more, for what FRESH_PASSWORD_REQUIRED was answered to. */
  confirmPassword: procedure({ access: 'signedIn', effect: 'read', audit: { action: 'confirm', entity: 'user' } })
    .input(z.strictObject({ password }))
    .output(z.object({ /** Seconds for which it counts. */ freshFor: z.int() })),
  /** One's own, with the old one asked: this session stays, all others of the user end. */
  changePassword: procedure({
    access: 'signedIn',
    effect: 'write',
    audit: { action: 'update', entity: 'user' },
    exempt: 'passwordChange',
  })
    .input(z.strictObject({ oldPassword: password, newPassword: password }))
    .output(currentUser),
  /** Mails a reset code, or tells the administrators that somebody needs one; the answer says nothing about who exists. */
  requestReset: procedure({ access: 'public', effect: 'write', exempt: 'lock' })
    .input(z.strictObject({ username: requiredLine(254) }))
    .output(z.object({ message: sentenceSchema })),
  /**
   * Sets a new password by an administrator's reset code or a recovery code. Nobody is signed in by it. Where the account
   * has an authenticator, a recovery code needs its digits as well (VALIDATION at `authenticatorCode`), or whoever finds
   * the printed codes would have both factors in one hand.
   */
  resetPassword: procedure({
    access: 'public',
    effect: 'write',
    audit: { action: 'update', entity: 'user' },
    exempt: 'lock',
  })
    .input(
      z.strictObject({
        username: requiredLine(254),
        code,
        authenticatorCode: line(40).default(''),
        newPassword: password,
      }),
    )
    .output(z.object({ message: sentenceSchema })),
  /** Self-registration, as far as the clinic allows it; the message tells what happens next. */
  register: procedure({ access: 'public', effect: 'write', audit: { action: 'create', entity: 'user' } })
    .input(
      z.strictObject({
        givenName: personForm.shape.givenName,
        familyName: personForm.shape.familyName,
        email: email.default(''),
        username,
        password,
      }),
    )
    .output(z.object({ maySignIn: z.boolean(), message: sentenceSchema })),
  /** Takes a person off the recent users of this computer. */
  forgetRecentUser: procedure({ access: 'public', effect: 'write', exempt: 'lock' })
    .input(z.strictObject({ username: line(254) }))
    .output(nothing),
};
