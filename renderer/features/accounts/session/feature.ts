import { IconDeviceDesktop } from '@tabler/icons-react';
import type { Feature } from '#renderer/app/feature.ts';

/** Who is signed in where; it stands in Administration alone. */
export const session = { order: 120, routes: [], admin: { sessions: { icon: IconDeviceDesktop } } } satisfies Feature;
