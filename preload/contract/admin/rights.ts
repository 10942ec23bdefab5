import { entities, type Kind, kinds } from '../entities.ts';
import { hasRight, type Permission, permissionTo } from '../permission.ts';

/*
 * What opens a table, a new record, a change: one of these gets a staff member through to main's tables, and each table
 * then decides by its own permission. Kinds of records bring theirs; what belongs to no kind stands here.
 */

/** The permission to do this, of every kind that has it. */
const ofKinds = (right: 'view' | 'add' | 'change' | 'delete', of: readonly Kind[] = kinds): Permission[] =>
  of.flatMap((kind) => (hasRight(kind, right) ? [permissionTo(right, kind) as Permission] : []));

const views: readonly Permission[] = [
  'cache.view',
  'sessions.view',
  'signIns.view',
  'pageCounts.view',
  'policy.view',
  'audit.view',
  'log.view',
];

export const view: readonly Permission[] = [...ofKinds('view'), ...views];
/** An image comes with its picture, on the library's own page. */
export const add: readonly Permission[] = ofKinds('add').filter((permission) => permission !== 'images.add');
export const change: readonly Permission[] = [...ofKinds('change'), 'cache.change', 'policy.change'];
export const act: readonly Permission[] = ['users.change', ...ofKinds('delete'), 'cache.clear', 'sessions.delete'];

/** Looked after in Administration alone, and on no page of the clinic's daily work. */
const administered = kinds.filter((kind) => {
  const { path = '/admin' } = entities[kind] as { path?: string };
  return path.startsWith('/admin');
});

/** Holding one of these makes somebody on the staff an administrator of something. */
export const administrative: readonly Permission[] = [...ofKinds('view', administered), ...views];
