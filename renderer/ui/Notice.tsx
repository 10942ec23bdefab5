import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';

const icons = { danger: IconAlertCircle, warn: IconAlertTriangle, ok: IconCircleCheck, info: IconInfoCircle };

interface NoticeProps {
  kind: keyof typeof icons;
  children: ReactNode;
  /** Read out at once by screen readers. */
  alert?: boolean;
}

/** A short text with an icon and a colour of meaning. */
export function Notice({ kind, children, alert }: NoticeProps) {
  const Icon = icons[kind];
  return (
    <div className={classes.notice} data-kind={kind} role={alert ? 'alert' : undefined}>
      <Icon size={18} aria-hidden="true" className={classes.icon} />
      <div className={classes.text}>{children}</div>
    </div>
  );
}
