import type { MailSettings } from '#contract/system/mail.ts';
import type { Settings } from './settings.ts';

const TIMEOUT_MS = 10_000;

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Sends mails by the clinic's own server. */
export interface Mailer {
  /** The clinic has a mail server. */
  isSet(): boolean;
  /** Resolves when the server has taken the mail; what it raises otherwise, {@link mailProblem} puts in words. */
  send(mail: Mail): Promise<void>;
  /** Gives up whatever is still being sent. */
  close(): void;
}

export function createMailer(settings: Settings): Mailer {
  const ending = new AbortController();
  return {
    isSet() {
      const { host, sender } = settings.get('mail');
      return host !== '' && sender !== '';
    },
    async send(mail) {
      const { createTransport } = await import('nodemailer');
      const stored = settings.get('mail');
      const from = { name: settings.get('clinicName') || 'Clinic Desk', address: stored.sender };
      const transport = createTransport(connectionTo(stored));
      try {
        await transport.sendMail({ from, ...mail, signal: ending.signal });
      } finally {
        transport.close();
      }
    },
    close: () => ending.abort(),
  };
}

function connectionTo({ host, port, security, certificateAuthority, account, password }: MailSettings) {
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(account && { auth: { user: account, pass: password } }),
    tls: { minVersion: 'TLSv1.2' as const, ...(certificateAuthority && { ca: certificateAuthority }) },
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A text is all that is ever sent; nothing in it makes the library open files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** What went wrong, by the key of its sentence; what the server said stays out, it may repeat addresses. */
export function mailProblem(error: unknown): 'mail.wrongAccount' | 'mail.notTaken' | 'mail.unreachable' {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'mail.wrongAccount';
  return code === 'EENVELOPE' || code === 'EMESSAGE' ? 'mail.notTaken' : 'mail.unreachable';
}
