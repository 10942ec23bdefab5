import { type ReactNode, useId } from 'react';
import classes from './Facts.module.css';

interface FactsProps {
  title: string;
  children: ReactNode;
  hidden?: boolean;
}

/** A titled group of facts. */
export function Facts({ title, children, hidden }: FactsProps) {
  const id = useId();
  if (hidden) return null;
  return (
    <section className={classes.group} aria-labelledby={id}>
      <h2 className={classes.title} id={id}>
        {title}
      </h2>
      <div className={classes.facts}>{children}</div>
    </section>
  );
}

interface FactProps {
  label: string;
  children: ReactNode;
  /** The group's title says it already. */
  bare?: boolean;
}

/** One thing that is known; a dash where it is not. */
export function Fact({ label, children, bare }: FactProps) {
  return (
    <div className={classes.fact} data-bare={bare || undefined}>
      <span className={bare ? 'visually-hidden' : classes.label}>{label}</span>
      <span className={classes.value} dir="auto">
        {children || <span className={classes.nothing}>–</span>}
      </span>
    </div>
  );
}
