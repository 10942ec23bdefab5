import { api } from '#main/pipeline/index.ts';

const { storage: procedures } = api;

export const handlers = {
  get: procedures.get.handler(({ context: { services } }) => ({
    ...services.diskSpace.state,
    isWriting: services.db.isWriting,
  })),
};
