import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { makeCertificate } from './certificate.ts';

/** A mail as it arrived: whom it was for, and all of it. */
export interface Arrived {
  from: string;
  to: string[];
  message: string;
}

export interface MailServer {
  readonly port: number;
  readonly mails: Arrived[];
  /** The one it shows for TLS; null where it has none. */
  readonly certificate: string | null;
  stop(): Promise<void>;
}

interface MailServerOptions {
  /** Left out, it speaks in the open. */
  security?: 'starttls' | 'tls';
  /** Whom it lets send; left out, everybody. */
  account?: { user: string; password: string };
}

/** A mail server on loopback, in this process. */
export async function startMailServer({ security, account }: MailServerOptions = {}): Promise<MailServer> {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-mail-'));
  const tls = security ? makeCertificate(folder, 'TLS to a mail server') : null;
  const mails: Arrived[] = [];
  const options: SMTPServerOptions = {
    logger: false,
    secure: security === 'tls' && tls !== null,
    ...(tls ? { cert: tls.certificate, key: tls.key } : {}),
    hideSTARTTLS: security !== 'starttls' || tls === null,
    authOptional: account === undefined,
    onAuth: ({ username, password }, _session, done) =>
      username === account?.user && password === account?.password
        ? done(null, { user: username })
        : done(new Error('no such account')),
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('nobody@') ? new Error('no such mailbox') : undefined),
    onData: (stream, { envelope }, done) => {
      void text(stream).then((message) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), message });
        done();
      });
    },
  };
  const server = new SMTPServer(options);
  // Whoever hangs up is no fault of the server's.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    certificate: tls?.certificate ?? null,
    async stop() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The reset code in a mail. */
export function codeIn({ message }: Arrived): string {
  const code = /\b[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}\b/.exec(message)?.[0];
  if (!code) throw new Error('there is no code in the mail');
  return code;
}
