import { api } from '#main/pipeline/index.ts';
import { callerOf } from './caller.ts';

export const pages = {
  visit: api.pages.visit.handler(({ context, input }) => {
    context.services.pageCounts.visit(input.page, callerOf(context).id);
    return {};
  }),
};
