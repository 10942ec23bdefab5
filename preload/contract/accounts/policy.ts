import * as z from 'zod';
import { id, line, version } from '../ground/fields.ts';
import { procedure } from '../ground/procedure.ts';
import { registrationPolicy } from './signIn.ts';

/** Who answers whether a password is right, asked in the order of the list; the first yes wins, a denial stops. */
export const backendName = z.enum(['password', 'ldap', 'site']);

const url = (protocols: string) =>
  line(300).refine(
    (value) => value === '' || new RegExp(`^(?:${protocols})://[^\\s]+$`).test(value),
    'validation.invalid',
  );

export const ldapSettings = z.strictObject({
  /** `ldap://host:389` or `ldaps://host:636`; empty while there is no directory. */
  url: url('ldaps?').default(''),
  /** Turns a plain connection into an encrypted one before anything is sent. */
  startTls: z.boolean().default(false),
  /** Certificates are checked; the clinic's own authority may stand here as PEM. */
  certificateAuthority: z.string().max(20_000).default(''),
  /** `user`: signs in as `userDn` with `{username}` filled in. `search`: finds the entry with an account of its own first. */
  mode: z.enum(['user', 'search']).default('user'),
  userDn: line(500).default(''),
  bindDn: line(500).default(''),
  bindPassword: z.string().max(1024).default(''),
  searchBase: line(500).default(''),
  /** The attribute that holds the username. */
  usernameAttribute: line(60).default('uid'),
  givenNameAttribute: line(60).default('givenName'),
  familyNameAttribute: line(60).default('sn'),
  emailAttribute: line(60).default('mail'),
  /** Holds the names of an entry's groups. */
  groupAttribute: line(60).default('memberOf'),
  /** Directory groups and the groups here that follow them; with any, membership of those follows the directory. */
  groups: z
    .array(z.strictObject({ dn: line(500), groupId: id }))
    .max(100)
    .default([]),
});
export type LdapSettings = z.infer<typeof ldapSettings>;

export const accountPolicy = z.strictObject({
  registration: z.strictObject({ policy: registrationPolicy, groupId: id.nullable() }),
  /** `password` is always among them, so that the directory's failure locks nobody out of the clinic. */
  backends: z
    .array(backendName)
    .min(1)
    .max(3)
    .refine((list) => list.includes('password') && new Set(list).size === list.length, 'validation.passwordBackend'),
  /** Minutes without activity until the station locks. */
  lockMinutes: z.int().min(1).max(60),
  /** Whoever has an authenticator needs its code also to unlock, not the password alone. */
  unlockAsksCode: z.boolean().default(false),
  /** Hours after which every session ends. */
  sessionHours: z.int().min(1).max(24),
  mayStaySignedIn: z.boolean(),
  stayDays: z.int().min(1).max(14),
  /** Days for which a computer may stand in for the second factor of those who want that; 0 for none. */
  rememberDeviceDays: z.int().min(0).max(90).default(0),
  /** Hours for which a reset code holds. */
  resetCodeHours: z.int().min(1).max(72),
  sessionStore: z.strictObject({
    kind: z.enum(['database', 'memory', 'file', 'redis']),
    redisUrl: url('rediss?').default(''),
  }),
});
export type AccountPolicy = z.infer<typeof accountPolicy>;

const audit = { action: 'update', entity: 'settings' } as const;
/** The stored bind password never leaves main. */
const shownLdap = ldapSettings.omit({ bindPassword: true }).extend({ hasBindPassword: z.boolean() });

/** The rules of signing in. A password inside an address is shown as `•••`; saved as it was shown, it stays. */
export const policy = {
  get: procedure({ access: 'policy.view', effect: 'read' }).output(
    z.object({ policy: accountPolicy, version, ldap: shownLdap, ldapVersion: version }),
  ),
  /** Refused with CONFLICT when somebody saved in between. */
  update: procedure({ access: 'policy.change', effect: 'write', audit, fresh: true })
    .input(z.strictObject({ version, policy: accountPolicy }))
    .output(z.object({})),
  /** An empty bind password keeps the stored one. */
  updateLdap: procedure({ access: 'policy.change', effect: 'write', audit, fresh: true })
    .input(z.strictObject({ version, ldap: ldapSettings }))
    .output(z.object({})),
};
