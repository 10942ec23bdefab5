import { IconStack2 } from '@tabler/icons-react';
import type { Feature } from '#renderer/app/feature.ts';

/** What main keeps at hand; it stands in Administration alone. */
export const cache = { order: 40, routes: [], admin: { cache: { icon: IconStack2 } } } satisfies Feature;
