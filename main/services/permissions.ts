import type { Access, ProcedureMeta } from '#contract/ground/procedure.ts';
import { contract } from '#contract/index.ts';
import type { Permission } from '#contract/permission.ts';

const BASIC = new Set(['view', 'add', 'change', 'delete']);

export interface DeclaredProcedure {
  /** `patients.create` */
  name: string;
  meta: ProcedureMeta;
}

/** Every procedure of a contract with what it declares. */
export function declaredProcedures(node: object = contract, path: string[] = []): DeclaredProcedure[] {
  if ('~orpc' in node) {
    const { meta } = node['~orpc'] as { meta: ProcedureMeta };
    return [{ name: path.join('.'), meta }];
  }
  return Object.entries(node).flatMap(([name, child]) => declaredProcedures(child as object, [...path, name]));
}

/** The permissions that an access asks for; any one of them suffices. */
export function permissionsIn(access: Access): readonly Permission[] {
  if (access === 'public' || access === 'signedIn' || access === 'superuser') return [];
  return typeof access === 'string' ? [access] : access;
}

export interface CatalogueEntry {
  entity: string;
  permissions: Array<{ name: string; action: string; extra: boolean; procedures: string[] }>;
}

/** Every permission that some procedure asks for, by entity, the four basic ones first; nobody keeps a list by hand. */
export function permissionCatalogue(procedures: DeclaredProcedure[] = declaredProcedures()): CatalogueEntry[] {
  const opens = new Map<string, string[]>();
  for (const { name, meta } of procedures) {
    for (const permission of permissionsIn(meta.access))
      opens.set(permission, [...(opens.get(permission) ?? []), name]);
  }
  const entities = new Map<string, CatalogueEntry>();
  for (const [name, opened] of [...opens].sort(byPlace)) {
    const [entity = '', action = ''] = name.split('.');
    const entry = entities.get(entity) ?? { entity, permissions: [] };
    entities.set(entity, entry);
    entry.permissions.push({ name, action, extra: !BASIC.has(action), procedures: opened });
  }
  return [...entities.values()];
}

function byPlace([a]: [string, unknown], [b]: [string, unknown]): number {
  const place = (name: string) => {
    const [entity = '', action = ''] = name.split('.');
    const order = [...BASIC].indexOf(action);
    return `${entity} ${order < 0 ? BASIC.size : order} ${action}`;
  };
  return place(a) < place(b) ? -1 : 1;
}

/** The names of all permissions there are. */
export const knownPermissions: ReadonlySet<string> = new Set(
  permissionCatalogue().flatMap((entry) => entry.permissions.map(({ name }) => name)),
);

/** True for what somebody can be allowed. */
export const isPermission = (name: string): name is Permission => knownPermissions.has(name);
