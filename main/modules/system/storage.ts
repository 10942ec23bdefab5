import { api } from '#main/pipeline/index.ts';

const { storage: procedures } = api;

export const storage = {
  get: procedures.get.handler(({ context: { services } }) => ({
    ...services.diskSpace.state,
    isWriting: services.db.isWriting,
  })),
};
