import { expect, it } from 'vitest';
import { startJob } from '#main/modules/people/imports/job.ts';
import { translate } from '#main/texts.ts';
import { startClinic } from '#test/support/backend.ts';

it.each([
  ['short', /^The disk is nearly full/],
  ['full', /^The disk is full/],
] as const)('an import on a disk whose space is %s says just that', async (space, sentence) => {
  const { backend } = await startClinic();
  const { services } = backend;
  const state = { ...services.diskSpace.state, space };
  const importer = { userId: null, workstation: 'here', procedure: 'cli.demo' };

  const job = startJob(
    { ...services, diskSpace: { ...services.diskSpace, state } },
    { kind: 'demo', patients: 5, seed: 1, importer },
  );
  const { failure } = await job.ended;

  expect(translate(failure?.key ?? '')).toMatch(sentence);
  await backend.close();
});
