import { ORPCError } from '@orpc/client';

/** What a page shows for an address that leads to nothing this user may see. */
export const notHere = () => new ORPCError('NOT_FOUND');
