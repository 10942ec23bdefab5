import { IconChartBar } from '@tabler/icons-react';
import type { Feature } from '#renderer/app/feature.ts';

/** How often pages are opened; it stands in Administration alone. */
export const pages = { order: 50, routes: [], admin: { pageCounts: { icon: IconChartBar } } } satisfies Feature;
