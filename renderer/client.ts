import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '#contract/index.ts';
import { insideDesktop, link } from './transport.ts';

/** The typed client of the contract; nothing else talks to main. */
export const client: ContractRouterClient<Contract> = createORPCClient(link);

/** The same calls as options for queries and mutations. */
export const orpc = createTanstackQueryUtils(client);

/** Where a photo is served; null when there is none. */
export function mediaUrl(photoId: string | null, size: 96 | 512): string | null {
  if (photoId === null) return null;
  return mediaAddress(`photo/${encodeURIComponent(photoId)}/${size}`);
}

/** Where the photo of one of the recent users is served, or of whoever has locked the station; null when there is none. */
export function recentUserUrl(photoId: string | null, size: 96 | 512): string | null {
  if (photoId === null) return null;
  return mediaAddress(`recent-user/${encodeURIComponent(photoId)}/${size}`);
}

/** Where a picture of the library is served. */
export function imageUrl(fileId: string, size: 'small' | 'large'): string {
  return mediaAddress(`image/${encodeURIComponent(fileId)}/${size}`);
}

const mediaAddress = (path: string) => (insideDesktop ? `clinic-media://${path}` : `/media/${path}`);
