import type { ReactNode } from 'react';
import { administrative } from '#contract/admin/rights.ts';
import type { Permission } from '#contract/permission.ts';
import { useSession } from './session.tsx';

/** True when the user may do this; main decides again on every call. Null stands for what everybody may. */
export function usePermission(permission: Permission | null): boolean {
  const { user } = useSession();
  return permission === null || user.isSuperuser || user.permissions.includes(permission);
}

/** True for staff who may look after something: whom the administration is open to. */
export function useIsAdministrator(): boolean {
  const { user } = useSession();
  return user.isSuperuser || (user.isStaff && administrative.some((name) => user.permissions.includes(name)));
}

/** Shows its children only to those who may. */
export function Can({ permission, children }: { permission: Permission; children: ReactNode }) {
  return usePermission(permission) ? children : null;
}
