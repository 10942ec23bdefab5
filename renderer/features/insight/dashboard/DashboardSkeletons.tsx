import { Skeleton } from '@mantine/core';

/** The shape of what comes. */
export function DashboardSkeletons() {
  return (
    <>
      <Skeleton height={340} aria-busy="true" />
      <Skeleton height={340} />
      <Skeleton height={340} />
    </>
  );
}
