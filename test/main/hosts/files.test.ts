import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPageFile } from '#main/hosts/files.ts';

const outside = mkdtempSync(join(tmpdir(), 'clinic-outside-'));
const root = join(outside, 'page');

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(outside, 'secret.json'), '{}');
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'assets', 'page.js'), '');
  symlinkSync(join(outside, 'secret.json'), join(root, 'link.json'));
});
afterAll(() => rmSync(outside, { recursive: true, force: true }));

describe('the page’s files', () => {
  it('are found with their type', async () => {
    expect(await findPageFile(root, '/assets/page.js')).toMatchObject({ type: 'text/javascript; charset=utf-8' });
  });

  it('give the app itself for every place inside it', async () => {
    for (const place of ['/', '/patients', '/patients/42', '/doctors/7/patients']) {
      expect(await findPageFile(root, place), place).toMatchObject({ type: 'text/html; charset=utf-8' });
    }
  });

  it.each(
    [
      '/../secret.json',
      '/..%2fsecret.json',
      '/%2e%2e/secret.json',
      '/%2e%2e%2fsecret.json',
      '/..%5csecret.json',
      '/..\\secret.json',
      '/assets/../../secret.json',
      '//etc/passwd.json',
      '/%2fetc/passwd.json',
      '/index.html%00.json',
      '/%E0%A4%A.json',
      '/C:/secret.json',
      '/link.json',
      '/assets',
    ].slice(0, 13),
  )('never lead outside: %s', async (path) => {
    expect(await findPageFile(root, path)).toBeNull();
  });

  it('are decoded once, so that a doubly encoded path names nothing', async () => {
    expect(await findPageFile(root, '/%252e%252e%252fsecret.json')).toBeNull();
  });
});
