import { api } from '#main/pipeline/index.ts';

const { device: procedures } = api;

export const handlers = {
  get: procedures.get.handler(({ context, input: { name, ...options } }) => {
    const found = context.services.deviceValues.get(name, options);
    return { state: found.state, value: found.value as never };
  }),
  set: procedures.set.handler(({ context, input: { name, value, ...options } }) => {
    context.services.deviceValues.set(name, value, options);
    return {};
  }),
  delete: procedures.delete.handler(({ context, input }) => {
    context.services.deviceValues.delete(input.name);
    return {};
  }),
};
