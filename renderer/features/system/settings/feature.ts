import { IconSettings } from '@tabler/icons-react';
import { lazy } from 'react';
import type { Feature } from '#renderer/app/feature.ts';

const MailPanel = lazy(() => import('./MailPanel.tsx').then((module) => ({ default: module.MailPanel })));

/** The rules of the clinic; they stand in Administration alone. */
export const settings = {
  order: 20,
  routes: [],
  admin: { settings: { icon: IconSettings, Beside: MailPanel } },
} satisfies Feature;
