import { useQuery } from '@tanstack/react-query';
import { orpc } from '../client.ts';

/** The longest that a timer can wait for. */
const LONGEST = 2_147_000_000;

/** Whether the clinic is closed, by main's clock: asked again when something changes it, and when its time has come. */
export function useMaintenance() {
  const { data } = useQuery(
    orpc.maintenance.get.queryOptions({
      staleTime: 0,
      refetchInterval: ({ state }) => {
        const changesIn = state.data?.changesIn;
        return changesIn == null ? false : Math.min(Math.max(changesIn, 0) + 50, LONGEST);
      },
      refetchIntervalInBackground: true,
    }),
  );
  return data;
}
