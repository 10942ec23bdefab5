import { plainName } from '#contract/ground/names.ts';
import { getDoctor, listDoctors } from '#db/queries/people/doctors.ts';
import { api } from '#main/pipeline/index.ts';
import { shownBy } from '#main/records/shown.ts';
import { movePatients } from './movePatients.ts';
import { archiveDoctor, createDoctor, loadDoctor, restoreDoctor, updateDoctor } from './save.ts';

export { admin } from './admin.ts';

export const shown = shownBy('doctor', getDoctor, (row) => ({
  name: plainName(row),
  detail: row.speciality,
  pictureId: row.photoId,
  status: row.status,
}));

const { doctors: procedures } = api;
const MOST_CHOICES = 50;

export const handlers = {
  list: procedures.list.handler(({ context, input }) =>
    context.services.db.read(async (reader) => listDoctors(reader, input)),
  ),
  choices: procedures.choices.handler(({ context, input }) =>
    context.services.db.read(async (reader) => {
      const found = await listDoctors(reader, input);
      return found.slice(0, MOST_CHOICES);
    }),
  ),
  get: procedures.get.handler(({ context, input }) => {
    context.call.touched.push({ entity: 'doctor', id: input.id, action: 'read' });
    return context.services.db.read(async (reader) => loadDoctor(reader, input.id));
  }),
  create: procedures.create.handler(({ context, input }) => createDoctor(context, input)),
  update: procedures.update.handler(({ context, input }) => updateDoctor(context, input)),
  archive: procedures.archive.handler(({ context, input }) => archiveDoctor(context, input)),
  restore: procedures.restore.handler(({ context, input }) => restoreDoctor(context, input)),
  movePatients: procedures.movePatients.handler(({ context, input }) => movePatients(context, input)),
};
