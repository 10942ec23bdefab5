import type { ReactNode } from 'react';
import { useSession } from './session.tsx';

/** True when the user may do this; main decides again on every call. Null stands for what everybody may. */
export function usePermission(permission: string | null): boolean {
  const { user } = useSession();
  return permission === null || user.isSuperuser || user.permissions.includes(permission);
}

/** Shows its children only to those who may. */
export function Can({ permission, children }: { permission: string; children: ReactNode }) {
  return usePermission(permission) ? children : null;
}
