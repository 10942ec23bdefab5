import type { AdminParts } from '#renderer/app/feature.ts';
import { useFeatures } from '#renderer/app/features.tsx';

/** What the feature of a table adds to it here; a table that no feature knows has nothing of its own. */
export function useAdminParts(table: string): Partial<AdminParts> {
  return useFeatures().find(({ admin }) => admin && table in admin)?.admin?.[table] ?? {};
}
