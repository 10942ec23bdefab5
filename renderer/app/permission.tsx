import type { ReactNode } from 'react';
import { administrative } from '#contract/admin/rights.ts';
import type { Permission } from '#contract/permission.ts';
import { useSession } from './session.tsx';

/** Who something is for: those with a permission, administrators, or everybody. */
export type Audience = Permission | 'administrator' | null;

/** Tells whether the user belongs to an audience; main decides again on every call. */
export function useMay(): (audience: Audience) => boolean {
  const { user } = useSession();
  const isAdministrator = useIsAdministrator();
  return (audience) => {
    if (audience === 'administrator') return isAdministrator;
    return audience === null || user.isSuperuser || user.permissions.includes(audience);
  };
}

/** True when the user may do this; main decides again on every call. Null stands for what everybody may. */
export function usePermission(permission: Permission | null): boolean {
  return useMay()(permission);
}

/** True for staff who may look after something: whom the administration is open to. */
function useIsAdministrator(): boolean {
  const { user } = useSession();
  return user.isSuperuser || (user.isStaff && administrative.some((name) => user.permissions.includes(name)));
}

/** Shows its children only to those who may. */
export function Can({ permission, children }: { permission: Permission; children: ReactNode }) {
  return usePermission(permission) ? children : null;
}
