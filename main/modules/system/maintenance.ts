import { api } from '#main/pipeline/index.ts';
import { maintenanceAt } from '#main/services/maintenance.ts';
import { saveSetting } from './settings.ts';

const { maintenance: procedures } = api;

export const handlers = {
  get: procedures.get.handler(({ context: { services } }) =>
    maintenanceAt(services.settings.get('maintenance'), services.clock.now()),
  ),
  set: procedures.set.handler(async ({ context, input }) => {
    await saveSetting(context, { name: 'maintenance' }, input);
    return maintenanceAt(input, context.services.clock.now());
  }),
};
