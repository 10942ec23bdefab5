import { api } from '#main/pipeline/index.ts';
import { readPhoto, readRecentUserPhoto } from './read.ts';
import { removePhoto, setPhoto } from './store.ts';

const { photos: procedures } = api;

export const handlers = {
  read: procedures.read.handler(({ context, input }) => readPhoto(context, input)),
  readRecentUser: procedures.readRecentUser.handler(({ context, input }) => readRecentUserPhoto(context, input)),
  set: procedures.set.handler(({ context, input }) => setPhoto(context, input)),
  remove: procedures.remove.handler(async ({ context, input }) => {
    await removePhoto(context, input);
    return {};
  }),
  allowCamera: procedures.allowCamera.handler(({ context, input }) => {
    context.connection.station.cameraAllowedUntil = input.on ? context.services.clock.monotonic() + CAMERA_MS : 0;
    return {};
  }),
};

/** How long a window may use the camera after the photo dialog asked. */
const CAMERA_MS = 5 * 60_000;
