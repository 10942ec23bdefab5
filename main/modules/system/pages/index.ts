import { callerOf } from '#main/call/caller.ts';
import { api } from '#main/pipeline/index.ts';

export { admin } from './admin.ts';

export const handlers = {
  visit: api.pages.visit.handler(({ context, input }) => {
    context.services.pageCounts.visit(input.page, callerOf(context).id);
    return {};
  }),
};
