import { callerOf } from '#main/call/caller.ts';
import { api } from '#main/pipeline/index.ts';

export const pages = {
  visit: api.pages.visit.handler(({ context, input }) => {
    context.services.pageCounts.visit(input.page, callerOf(context).id);
    return {};
  }),
};
