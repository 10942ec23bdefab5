import { callerOf } from '#main/call/caller.ts';
import { api } from '#main/pipeline/index.ts';

const { drafts: procedures } = api;

export const handlers = {
  save: procedures.save.handler(async ({ context, input: { formKey, data, heading } }) => ({
    savedAt: await context.services.drafts.save(callerOf(context).id, formKey, { data, heading: heading ?? null }),
  })),
  get: procedures.get.handler(async ({ context, input }) => {
    const found = await context.services.drafts.get(callerOf(context).id, input.formKey);
    return found as typeof found & { data: never };
  }),
  list: procedures.list.handler(({ context }) => context.services.drafts.list(callerOf(context).id)),
  discard: procedures.discard.handler(async ({ context, input }) => {
    await context.services.drafts.discard(callerOf(context).id, input.formKey);
    return {};
  }),
};
