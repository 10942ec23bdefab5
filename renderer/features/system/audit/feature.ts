import { IconClipboardList } from '@tabler/icons-react';
import type { Feature } from '#renderer/app/feature.ts';

/** Who did what; it stands in Administration alone. */
export const audit = { order: 60, routes: [], admin: { audit: { icon: IconClipboardList } } } satisfies Feature;
