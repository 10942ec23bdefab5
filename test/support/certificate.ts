import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { has } from './servers.ts';

export interface Certificate {
  /** Of its own making, for 127.0.0.1. */
  certificate: string;
  key: string;
  /** Where both lie, `tls.crt` and `tls.key` in the folder. */
  files: { certificate: string; key: string };
}

/** Makes a certificate in a folder; null, loudly, where openssl is not there to make one. */
export function makeCertificate(folder: string, what: string): Certificate | null {
  if (!has('/usr/bin/openssl', what)) return null;
  const files = { certificate: join(folder, 'tls.crt'), key: join(folder, 'tls.key') };
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const options = ['-newkey', 'rsa:2048', '-nodes', '-days', '3', '-keyout', files.key, '-out', files.certificate];
  const made = spawnSync('/usr/bin/openssl', ['req', '-x509', ...options, ...subject]);
  if (made.status !== 0) return null;
  return { certificate: readFileSync(files.certificate, 'utf8'), key: readFileSync(files.key, 'utf8'), files };
}
