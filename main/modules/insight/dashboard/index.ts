import { callerOf } from '#main/call/caller.ts';
import { api } from '#main/pipeline/index.ts';
import { recordTags } from '#main/services/cache/index.ts';
import { countFigures } from './figures.ts';
import { summariseProfile } from './profile.ts';

const { dashboard: procedures } = api;

const PROFILE_SECONDS = 15 * 60;
const refreshTag = (userId: number) => `dashboard of ${userId}`;

export const handlers = {
  figures: procedures.figures.handler(({ context }) => {
    const { db, clock } = context.services;
    return db.read((reader) => countFigures(reader, callerOf(context), clock.now()));
  }),
  profile: procedures.profile.handler(({ context }) => {
    const { db, clock, caches } = context.services;
    const who = callerOf(context);
    const build = () => db.read((reader) => summariseProfile(reader, who, clock.now()));
    // Whichever group or doctor changes may be theirs.
    const own = [...recordTags('user', who.id), ...recordTags('profile', who.id)];
    const ends = [...own, 'group', 'doctor', refreshTag(who.id)];
    return caches.fragment('dashboard.profile', PROFILE_SECONDS, [who.id], build, ends);
  }),
  refresh: procedures.refresh.handler(({ context }) => {
    context.services.caches.invalidate(['dashboard', refreshTag(callerOf(context).id)]);
    return {};
  }),
};
