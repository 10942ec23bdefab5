import { Skeleton } from '@mantine/core';
import classes from './images.module.css';

const PLACES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** The shape of what comes. */
export function ImageSkeletons() {
  return (
    <div className={classes.skeletons} aria-busy="true">
      {PLACES.map((place) => (
        <Skeleton key={place} height={200} />
      ))}
    </div>
  );
}
