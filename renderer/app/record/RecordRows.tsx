import { Link } from '@tanstack/react-router';
import type { KeyboardEvent, ReactNode } from 'react';
import { ArchivedMark } from './ArchivedMark.tsx';
import classes from './RecordRows.module.css';

/** The arrows walk from one record to the next. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-record]')];
  const here = document.activeElement instanceof HTMLElement ? links.indexOf(document.activeElement) : -1;
  links[Math.max(0, here + step)]?.focus();
  event.preventDefault();
}

interface RecordRow {
  id: number;
  /** The record's page. */
  to: string;
  /** Before the name: a picture, a colour. */
  mark?: ReactNode;
  name: ReactNode;
  detail: ReactNode;
  status: 'active' | 'archived';
  /** At the end of the row. */
  more?: ReactNode;
}

/** A few records below each other; each leads to its page. */
export function RecordRows({ label, rows }: { label: string; rows: RecordRow[] }) {
  return (
    <ul className={classes.rows} aria-label={label} onKeyDown={walk}>
      {rows.map((row) => (
        <li key={row.id} className={classes.row}>
          {row.mark}
          <div className={classes.what}>
            <Link to={row.to} className={classes.name} dir="auto" data-record>
              {row.name}
            </Link>
            <span className={classes.detail}>{row.detail}</span>
          </div>
          {row.status === 'archived' && <ArchivedMark />}
          {row.more}
        </li>
      ))}
    </ul>
  );
}
