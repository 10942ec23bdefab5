import { type ReactNode, useEffect } from 'react';
import classes from './PlainPage.module.css';

/** A whole window for one quiet thing, with a line at its foot. */
export function PlainPage({ children, foot, wide }: { children: ReactNode; foot?: ReactNode; wide?: boolean }) {
  useEffect(() => {
    // Whose record stood here before is nobody's business now.
    document.title = 'Clinic Desk';
  }, []);
  return (
    <div className={classes.page}>
      <main className={classes.main} data-wide={wide || undefined}>
        {children}
      </main>
      {foot && <footer className={classes.foot}>{foot}</footer>}
    </div>
  );
}
