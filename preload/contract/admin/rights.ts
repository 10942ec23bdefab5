import type { Permission } from '../permission.ts';

/**
 * What opens a table, a new record, a change: one of these gets a staff member through to main's tables, and each table
 * then decides by its own permission. A new table adds its permissions here, so that they can be granted.
 */
export const view: readonly Permission[] = [
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
];
export const add: readonly Permission[] = ['users.add', 'groups.add', 'doctors.add', 'patients.add'];
export const change: readonly Permission[] = [
  'users.change',
  'groups.change',
  'doctors.change',
  'patients.change',
  'images.change',
  'cache.change',
  'settings.change',
  'policy.change',
];
export const act: readonly Permission[] = [
  'users.change',
  'users.delete',
  'groups.delete',
  'doctors.delete',
  'patients.delete',
  'images.delete',
  'cache.clear',
  'sessions.delete',
];

/** Holding one of these makes somebody on the staff an administrator of something. */
export const administrative: readonly Permission[] = view.filter((name) => !/^(patients|doctors|images)\./.test(name));
