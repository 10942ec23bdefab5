import type { CurrentUser } from '#contract/accounts/signIn.ts';
import { kinds } from '#contract/entities.ts';
import { hasRight, type Permission, permissionTo } from '#contract/permission.ts';
import { type SettingName, settingNumbers } from './settings.ts';
import { hasPermission } from './users.ts';

/** A record as the audit names it. */
interface AuditedRecord {
  entity: string | null;
  entityId: number | null;
}

/** The right to see each setting. */
export const settingViews: Record<SettingName, Permission> = {
  clinicName: 'settings.view',
  accounts: 'policy.view',
  ldap: 'policy.view',
  maintenance: 'settings.view',
  logging: 'settings.view',
  cache: 'cache.view',
  imageLinks: 'policy.view',
  lastCheck: 'settings.view',
  mail: 'policy.view',
};

/**
 * The one rule for every view of a change: whoever may not see the record learns that it changed, when and by whom; not
 * what, and not whose record it is. A kind of record that is not known here is nobody's to see.
 */
export function maySeeRecord(who: CurrentUser, { entity, entityId }: AuditedRecord): boolean {
  const view = viewOf(entity, entityId);
  return view !== undefined && hasPermission(who, view);
}

function viewOf(entity: string | null, entityId: number | null): Permission | undefined {
  if (entity === 'settings') return settingView(entityId);
  const kind = kinds.find((known) => known === entity);
  return kind && hasRight(kind, 'view') ? permissionTo('view', kind) : undefined;
}

function settingView(number: number | null): Permission | undefined {
  const names = Object.keys(settingNumbers) as SettingName[];
  const name = names.find((known) => settingNumbers[known] === number);
  return name && settingViews[name];
}
