import { Skeleton } from '@mantine/core';
import classes from './dashboard.module.css';

/** The shape of what comes. */
export function DashboardSkeletons() {
  return (
    <div className={classes.charts} aria-busy="true">
      {['registrations', 'doctors', 'ages'].map((chart) => (
        <Skeleton key={chart} height={320} />
      ))}
    </div>
  );
}
