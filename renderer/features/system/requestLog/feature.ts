import { IconListDetails } from '@tabler/icons-react';
import type { Feature } from '#renderer/app/feature.ts';

/** Every call that main answered; it stands in Administration alone. */
export const requestLog = { order: 70, routes: [], admin: { requestLog: { icon: IconListDetails } } } satisfies Feature;
