import { afterEach, describe, expect, it, vi } from 'vitest';
import { has } from './support/servers.ts';

afterEach(() => vi.unstubAllEnvs());

describe.skipIf(process.platform !== 'linux')('a server that tests need and that is not there', () => {
  it('is an error where submissions are judged', () => {
    vi.stubEnv('CI', 'true');
    expect(() => has('/usr/bin/no-such-server', 'nothing')).toThrow(/no-such-server is not installed/);
    vi.stubEnv('CLINIC_TEST_WITHOUT', process.execPath);
    expect(() => has(process.execPath, 'nothing')).toThrow(/is not installed/);
  });

  it('is said loudly elsewhere', () => {
    vi.stubEnv('CI', '');
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(has('/usr/bin/no-such-server', 'nothing')).toBe(false);
    expect(said).toHaveBeenCalledWith(expect.stringContaining('NO-SUCH-SERVER IS NOT INSTALLED'));
    said.mockRestore();
  });
});
