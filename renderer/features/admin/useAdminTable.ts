import { useQuery } from '@tanstack/react-query';
import type { AdminTable } from '#contract/admin/table.ts';
import { orpc } from '#renderer/client.ts';

/** The tables this user may see, as main describes them. */
export function useAdminTables() {
  return useQuery(orpc.admin.tables.queryOptions({ staleTime: 60_000 }));
}

/** One of them; null when there is none of this name for this user. */
export function useAdminTable(name: string): { table: AdminTable | null | undefined; error: unknown } {
  const { data, error } = useAdminTables();
  return { table: data && (data.find((table) => table.name === name) ?? null), error };
}
