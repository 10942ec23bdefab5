import { lazy } from 'react';
import type { Feature } from '#renderer/app/feature.ts';

/** The way to close the clinic for everybody else, on the first page of Administration. */
export const maintenance = {
  order: 30,
  routes: [],
  AdminPanel: lazy(() => import('./MaintenancePanel.tsx').then((module) => ({ default: module.MaintenancePanel }))),
} satisfies Feature;
