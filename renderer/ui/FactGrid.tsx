import type { ReactNode } from 'react';
import classes from './Facts.module.css';

/** Groups of facts side by side, as many as there is room for. */
export function FactGrid({ children }: { children: ReactNode }) {
  return <div className={classes.grid}>{children}</div>;
}
