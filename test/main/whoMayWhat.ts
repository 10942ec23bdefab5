/**
 * Who may what, written down once by hand and not taken from the program: the contract and the running router are held
 * to it. A new procedure stands here before it can be called.
 */

import { entities, kinds } from '#contract/entities.ts';

export type Role =
  | 'signedOut'
  | 'nobodyYet'
  | 'administrators'
  | 'doctors'
  | 'reception'
  | 'billing'
  | 'readOnly'
  | 'superuser';

/** Somebody at the keyboard, whoever it is; somebody signed in; a superuser; or somebody with one of these rights. */
export type Opens = 'public' | 'signedIn' | 'superuser' | readonly string[];

export interface Door {
  opens: Opens;
  roles: readonly Role[];
}

const clinic = ['administrators', 'doctors', 'reception', 'billing', 'readOnly', 'superuser'] as const;
const desk = ['administrators', 'doctors', 'reception', 'superuser'] as const;
const doctorsUp = ['administrators', 'doctors', 'superuser'] as const;
const administration = ['administrators', 'superuser'] as const;

const anybody: Door = { opens: 'public', roles: ['signedOut', 'nobodyYet', ...clinic] };
const superuser: Door = { opens: 'superuser', roles: ['superuser'] };
const signedIn: Door = { opens: 'signedIn', roles: ['nobodyYet', ...clinic] };
const by = (right: string | readonly string[], roles: readonly Role[]): Door => ({
  opens: typeof right === 'string' ? [right] : right,
  roles,
});

/** What is written out below. Every other kind of record is ordinary. */
const writtenOut = ['patients', 'doctors', 'images', 'users', 'profiles', 'groups', 'settings'];

/** The rule for ordinary kinds: the whole clinic looks them up, Administrators keep them. */
const ordinary = kinds.map((kind): string => entities[kind].plural).filter((plural) => !writtenOut.includes(plural));
const ordinaryDoors = (plural: string): Record<string, Door> => ({
  list: by(`${plural}.view`, clinic),
  get: by(`${plural}.view`, clinic),
  create: by(`${plural}.add`, administration),
  update: by(`${plural}.change`, administration),
  archive: by(`${plural}.delete`, administration),
  restore: by(`${plural}.delete`, administration),
});
const mayOrdinary = (right: string) => ordinary.map((plural) => `${plural}.${right}`);

/** The tables of Administration, by what lets one see them, add to them, change them and act on them. */
const someTable = by(
  [
    'users.view',
    'groups.view',
    'doctors.view',
    'patients.view',
    'images.view',
    'cache.view',
    'sessions.view',
    'signIns.view',
    'pageCounts.view',
    'settings.view',
    'policy.view',
    'audit.view',
    'log.view',
    ...mayOrdinary('view'),
  ],
  clinic,
);
const addingSomewhere = by(['users.add', 'groups.add', 'doctors.add', 'patients.add', ...mayOrdinary('add')], desk);
const changingSomewhere = by(
  [
    'users.change',
    'groups.change',
    'doctors.change',
    'patients.change',
    'images.change',
    'cache.change',
    'settings.change',
    'policy.change',
    ...mayOrdinary('change'),
  ],
  desk,
);
const actingSomewhere = by(
  [
    'users.change',
    'users.delete',
    'groups.delete',
    'doctors.delete',
    'patients.delete',
    'images.delete',
    'cache.clear',
    'sessions.delete',
    ...mayOrdinary('delete'),
  ],
  desk,
);

export const whoMayWhat: Record<string, Record<string, Door>> = {
  ...Object.fromEntries(ordinary.map((plural) => [plural, ordinaryDoors(plural)])),
  accounts: {
    start: anybody,
    passwordStrength: anybody,
    setup: anybody,
    signIn: anybody,
    secondFactor: anybody,
    signOut: signedIn,
    lock: signedIn,
    unlock: signedIn,
    activity: signedIn,
    confirmPassword: signedIn,
    changePassword: signedIn,
    requestReset: anybody,
    resetPassword: anybody,
    register: anybody,
    forgetRecentUser: anybody,
  },
  admin: {
    tables: someTable,
    list: someTable,
    facets: someTable,
    chart: someTable,
    get: someTable,
    blank: addingSomewhere,
    choices: someTable,
    create: addingSomewhere,
    save: changingSomewhere,
    action: actingSomewhere,
    exportCsv: someTable,
    history: someTable,
    asOf: someTable,
    event: by('audit.view', administration),
    recent: by('audit.view', administration),
    health: by('settings.view', administration),
    checkDatabase: by('settings.change', administration),
    stopCheck: by('settings.change', administration),
  },
  bookmarks: { list: signedIn, openedLately: signedIn, set: signedIn },
  dashboard: { figures: signedIn, profile: signedIn, refresh: signedIn },
  dataFolder: { move: superuser },
  device: { get: anybody, set: anybody, delete: anybody },
  doctors: {
    list: by('doctors.view', clinic),
    choices: by(['doctors.view', 'patients.view'], clinic),
    get: by('doctors.view', clinic),
    create: by('doctors.add', administration),
    update: by('doctors.change', administration),
    archive: by('doctors.delete', administration),
    restore: by('doctors.delete', administration),
    movePatients: by('doctors.change', administration),
  },
  drafts: { save: signedIn, get: signedIn, list: signedIn, discard: signedIn },
  groups: {
    list: by(['groups.view', 'users.view'], administration),
    get: by('groups.view', administration),
    create: by('groups.add', administration),
    update: by('groups.change', administration),
    delete: by('groups.delete', administration),
  },
  images: {
    list: by('images.view', clinic),
    tags: by('images.view', clinic),
    get: by('images.view', clinic),
    read: by('images.view', clinic),
    add: by('images.add', doctorsUp),
    addLink: by('images.add', doctorsUp),
    update: by('images.change', doctorsUp),
    archive: by('images.delete', doctorsUp),
    restore: by('images.delete', doctorsUp),
    options: by('images.view', clinic),
    setOptions: by('policy.change', administration),
  },
  imports: {
    choose: by('data.import', administration),
    chooseByPath: by('data.import', administration),
    start: by('data.import', administration),
    progress: by('data.import', administration),
    cancel: by('data.import', administration),
    demo: by('data.import', administration),
  },
  live: { changes: anybody },
  mail: { test: by('policy.change', administration) },
  maintenance: { get: anybody, set: by('maintenance.change', administration) },
  me: {
    get: signedIn,
    updateUser: signedIn,
    updateProfile: signedIn,
    updatePreferences: signedIn,
    enrolSecondFactor: signedIn,
    confirmSecondFactor: signedIn,
    disableSecondFactor: signedIn,
    forgetDevice: signedIn,
    newRecoveryCodes: signedIn,
  },
  pages: { visit: signedIn },
  patients: {
    list: by('patients.view', clinic),
    count: by('patients.view', clinic),
    search: by('patients.view', clinic),
    get: by('patients.view', clinic),
    create: by('patients.add', desk),
    update: by('patients.change', desk),
    archive: by('patients.delete', desk),
    restore: by('patients.delete', desk),
  },
  permissions: {
    catalogue: by(['groups.view', 'users.view'], administration),
    explain: by('users.view', administration),
    preview: by('groups.view', administration),
  },
  // Whose photo it is decides what is needed; test/main/modules/people/photos.test.ts has that.
  photos: { read: signedIn, readRecentUser: anybody, set: signedIn, remove: signedIn, allowCamera: signedIn },
  policy: {
    get: by('policy.view', administration),
    update: by('policy.change', administration),
    updateLdap: by('policy.change', administration),
  },
  session: { status: anybody, copied: signedIn, list: signedIn, end: signedIn, endOthers: signedIn, history: signedIn },
  storage: { get: signedIn },
  users: {
    list: by('users.view', administration),
    choices: by(['users.view', 'doctors.add', 'doctors.change'], administration),
    get: by('users.view', administration),
    create: by('users.add', administration),
    update: by('users.change', administration),
    deactivate: by('users.delete', administration),
    activate: by('users.delete', administration),
    setPassword: by('users.change', administration),
    issueResetCode: by('users.change', administration),
    resetSecondFactor: by('users.change', administration),
    sessionsOf: by('users.view', administration),
    endSessions: by('users.change', administration),
    signInHistory: by('users.view', administration),
  },
};

/** What asks for the password again when it was not given a short while ago. */
export const asksForThePassword = [
  'admin.exportCsv',
  'dataFolder.move',
  'groups.create',
  'groups.delete',
  'groups.update',
  'me.confirmSecondFactor',
  'me.disableSecondFactor',
  'me.enrolSecondFactor',
  'me.newRecoveryCodes',
  'me.updateUser',
  'policy.update',
  'policy.updateLdap',
  'users.activate',
  'users.create',
  'users.deactivate',
  'users.issueResetCode',
  'users.resetSecondFactor',
  'users.setPassword',
  'users.update',
];

/** Looking that the audit has a row of; every change has one anyhow. */
export const looksInTheAudit = [
  'accounts.confirmPassword',
  'admin.asOf',
  'admin.choices',
  'admin.event',
  'admin.exportCsv',
  'admin.get',
  'admin.history',
  'admin.list',
  'admin.recent',
  'doctors.get',
  'doctors.list',
  'groups.get',
  'patients.get',
  'patients.list',
  'patients.search',
  'permissions.explain',
  'photos.read',
  'users.get',
  'users.list',
  'users.sessionsOf',
  'users.signInHistory',
];

/** What the groups of a new clinic may. */
export const rightsOfGroups: Record<string, readonly string[]> = {
  administrators: [
    ...['patients.view', 'patients.add', 'patients.change', 'patients.delete'],
    ...['doctors.view', 'doctors.add', 'doctors.change', 'doctors.delete'],
    ...['images.view', 'images.add', 'images.change', 'images.delete'],
    ...['users.view', 'users.add', 'users.change', 'users.delete'],
    ...['groups.view', 'groups.add', 'groups.change', 'groups.delete'],
    ...['policy.view', 'policy.change', 'settings.view', 'settings.change', 'maintenance.change'],
    ...['cache.view', 'cache.change', 'cache.clear', 'sessions.view', 'sessions.delete'],
    ...['audit.view', 'log.view', 'signIns.view', 'pageCounts.view', 'data.import'],
    ...['view', 'add', 'change', 'delete'].flatMap(mayOrdinary),
  ],
  doctors: [
    ...['patients.view', 'patients.add', 'patients.change', 'patients.delete', 'doctors.view'],
    ...['images.view', 'images.add', 'images.change', 'images.delete'],
    ...mayOrdinary('view'),
  ],
  reception: [
    ...['patients.view', 'patients.add', 'patients.change', 'patients.delete', 'doctors.view'],
    'images.view',
    ...mayOrdinary('view'),
  ],
  billing: ['patients.view', 'doctors.view', 'images.view', ...mayOrdinary('view')],
  readOnly: ['patients.view', 'doctors.view', 'images.view', ...mayOrdinary('view')],
};
