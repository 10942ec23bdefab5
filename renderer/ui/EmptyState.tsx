import type { ComponentType, ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface EmptyStateProps {
  icon?: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: 'true' }>;
  title: string;
  text: string;
  /** The one thing to do next. */
  children?: ReactNode;
}

/** Says what this place is, why it is empty, and what to do next. */
export function EmptyState({ icon: Icon, title, text, children }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {Icon && (
        <span className={classes.icon}>
          <Icon size={28} stroke={1.5} aria-hidden="true" />
        </span>
      )}
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{text}</p>
      {children}
    </div>
  );
}
