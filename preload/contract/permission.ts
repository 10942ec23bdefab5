import { entities, type Kind } from './entities.ts';

type Entities = typeof entities;
type RightOf<K extends Kind> = Entities[K]['rights'][number];

/** Rights that belong to no kind of record. */
type NamedPermission =
  | 'audit.view'
  | 'cache.change'
  | 'cache.clear'
  | 'cache.view'
  | 'data.import'
  | 'log.view'
  | 'maintenance.change'
  | 'pageCounts.view'
  | 'policy.change'
  | 'policy.view'
  | 'sessions.delete'
  | 'sessions.view'
  | 'signIns.view';

/** Everything a person can be allowed: `patients.change`. A name that is none of these does not compile. */
export type Permission = { [K in Kind]: `${Entities[K]['plural']}.${RightOf<K>}` }[Kind] | NamedPermission;

/** The kinds of records for which there is such a right. */
export type KindWithRight<Right extends string> = { [K in Kind]: Right extends RightOf<K> ? K : never }[Kind];

/** The permission to do this with the records of a kind: `view` and `patient` give `patients.view`. */
export const permissionTo = <Right extends string, K extends KindWithRight<Right>>(right: Right, kind: K) =>
  `${entities[kind].plural}.${right}` as `${Entities[K]['plural']}.${Right}`;

/** Whether there is such a right for a kind of record. */
export const hasRight = <Right extends string>(kind: Kind, right: Right): kind is KindWithRight<Right> =>
  (entities[kind].rights as readonly string[]).includes(right);
