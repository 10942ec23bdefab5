import { type ReactNode, useEffect } from 'react';
import classes from './Page.module.css';

interface PageProps {
  title: string;
  /** What stands in place of the title when it is more than words. */
  heading?: ReactNode;
  /** The way here. */
  crumbs?: ReactNode;
  /** Beside the title, such as a count. */
  aside?: ReactNode;
  /** The one main action, top right. */
  actions?: ReactNode;
  /** What has to be seen wherever one is on the page; it stays below the title. */
  notice?: ReactNode;
  /** The page fills the window and scrolls inside itself. */
  fill?: boolean;
  children: ReactNode;
}

/** The frame of every page: the way here, title, actions, content. */
export function Page({ title, heading, crumbs, aside, actions, notice, fill, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} – Clinic Desk`;
  }, [title]);
  return (
    <div className={classes.page} data-fill={fill || undefined}>
      {crumbs}
      <header className={classes.head}>
        <h1 className={heading ? 'visually-hidden' : classes.title} dir="auto">
          {title}
        </h1>
        {heading}
        {aside && <div className={classes.aside}>{aside}</div>}
        {actions && <div className={classes.actions}>{actions}</div>}
        {notice && <div className={classes.notice}>{notice}</div>}
      </header>
      {children}
    </div>
  );
}
