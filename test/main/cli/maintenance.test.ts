import { describe, expect, it } from 'vitest';
import { clinic, failed, newFolder } from './support.ts';

describe('clinic maintenance', () => {
  it('closes the clinic, tells so, and opens it again', async () => {
    const data = newFolder();
    expect(await clinic(['maintenance', 'on', '--data', data])).toMatchObject({ code: 1 });
    const person = ['--username', 'ada', '--family-name', 'Moreau', '--data', data];
    await clinic(['createsuperuser', ...person], { env: { CLINIC_PASSWORD: 'violet-harbour-lantern-42' } });
    const on = await clinic(['maintenance', 'on', '--message', 'Back at noon', '--data', data]);
    expect(on).toMatchObject({ code: 0, out: 'The clinic is closed for maintenance. Back at noon\n' });
    const status = await clinic(['maintenance', 'status', '--json', '--data', data]);
    expect(JSON.parse(status.out)).toEqual({ state: 'on', message: 'Back at noon' });
    expect(await clinic(['maintenance', 'off', '--data', data])).toMatchObject({ out: 'The clinic is open.\n' });
    const long = 'x'.repeat(600);
    expect(await clinic(['maintenance', 'on', '--message', long, '--data', data])).toEqual(failed(/^message: /));
  });
});
