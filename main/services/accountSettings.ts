import { type AccountPolicy, accountPolicy, ldapSettings } from '#contract/accounts/policy.ts';
import { mailSettings } from '#contract/system/mail.ts';

/** The rules of signing in until somebody sets others. */
const unset: AccountPolicy = {
  registration: { policy: 'off', groupId: 5 },
  backends: ['password'],
  lockMinutes: 5,
  unlockAsksCode: false,
  sessionHours: 12,
  mayStaySignedIn: false,
  stayDays: 14,
  rememberDeviceDays: 0,
  resetCodeHours: 72,
  sessionStore: { kind: 'database', redisUrl: '' },
};

/** What the clinic has decided about accounts, as stored with the other settings. */
export const accountSettings = {
  accounts: accountPolicy.default(unset),
  ldap: ldapSettings.prefault({}),
  mail: mailSettings.prefault({}),
};
