import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { freePort, has, startServer } from './servers.ts';

export const BASE = 'dc=clinic,dc=example';
export const READER = { dn: `cn=reader,${BASE}`, password: 'reader-secret' };

/** People of the test directory; their passwords are `<uid>-password`. */
export const PEOPLE = [
  { uid: 'lena', givenName: 'Lena', sn: 'Okafor', mail: 'Lena@Clinic.example', groups: ['nurses'] },
  { uid: 'karl', givenName: 'Karl', sn: 'Bauer', mail: 'karl@clinic.example', groups: [] },
  { uid: 'ada', givenName: 'False', sn: 'Ada', mail: 'false@clinic.example', groups: ['nurses'] },
];

export interface Directory {
  /** Which server it is, for whoever reads the test's output. */
  readonly kind: 'slapd' | 'ldapjs';
  readonly url: string;
  /** Of its TLS side, where it has one. */
  readonly certificate: string | null;
  stop(): Promise<void>;
}

/** A directory on loopback: Debian's slapd, or a server in this process where slapd is not installed. */
export async function startDirectory(): Promise<Directory> {
  const directory = has('/usr/sbin/slapd', 'a real directory server (an in-process one is used)')
    ? await startSlapd()
    : await startInProcess();
  process.stderr.write(`\n*** directory tests run against ${directory.kind} ***\n\n`);
  return directory;
}

async function startSlapd(): Promise<Directory> {
  const folder = mkdtempSync(join(tmpdir(), 'clinic-slapd-'));
  mkdirSync(join(folder, 'data'));
  const config = join(folder, 'slapd.conf');
  const ldif = join(folder, 'people.ldif');
  const made = makeCertificate(folder, 'TLS to the directory');
  const lines = [
    ...['core', 'cosine', 'inetorgperson'].map((name) => `include /etc/ldap/schema/${name}.schema`),
    'modulepath /usr/lib/ldap',
    'moduleload back_mdb',
    'moduleload memberof',
    `pidfile ${folder}/slapd.pid`,
    ...(made ? [`TLSCertificateFile ${made.files.certificate}`, `TLSCertificateKeyFile ${made.files.key}`] : []),
    'database mdb',
    `suffix "${BASE}"`,
    `directory ${folder}/data`,
    `rootdn "${READER.dn}"`,
    `rootpw ${READER.password}`,
    'overlay memberof',
    'access to attrs=userPassword by anonymous auth by * none',
    'access to * by users read by * none',
  ];
  writeFileSync(config, `${lines.join('\n')}\n`);
  writeFileSync(ldif, toLdif());
  const port = await freePort();
  const url = `ldap://127.0.0.1:${port}`;
  const server = await startServer('/usr/sbin/slapd', ['-f', config, '-h', url, '-d', '0'], port);
  const args = ['-x', '-H', url, '-D', READER.dn, '-w', READER.password, '-f', ldif];
  const filled = spawnSync('/usr/bin/ldapadd', args);
  if (filled.status !== 0) throw new Error(`the directory could not be filled: ${filled.stderr?.toString()}`);
  return {
    kind: 'slapd',
    url,
    certificate: made?.certificate ?? null,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function toLdif(): string {
  const entries = [
    [`dn: ${BASE}`, 'objectClass: dcObject', 'objectClass: organization', 'dc: clinic', 'o: Clinic'],
    [`dn: ou=people,${BASE}`, 'objectClass: organizationalUnit', 'ou: people'],
    ...PEOPLE.map(({ uid, givenName, sn, mail }) => [
      `dn: uid=${uid},ou=people,${BASE}`,
      'objectClass: inetOrgPerson',
      `uid: ${uid}`,
      `cn: ${givenName} ${sn}`,
      `givenName: ${givenName}`,
      `sn: ${sn}`,
      `mail: ${mail}`,
      `userPassword: ${uid}-password`,
    ]),
    [
      `dn: cn=nurses,${BASE}`,
      'objectClass: groupOfNames',
      'cn: nurses',
      ...PEOPLE.filter(({ groups }) => groups.includes('nurses')).map(
        ({ uid }) => `member: uid=${uid},ou=people,${BASE}`,
      ),
    ],
  ];
  return `${entries.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What the in-process server gives its handlers, as far as it is used here. */
interface Asked {
  dn: { toString(): string };
  credentials: string;
  scope: string;
  filter: { matches(entry: object): boolean };
}
interface Answering {
  attributes: string[];
  send(entry: object): void;
  end(): void;
}
type Next = (error?: object) => void;

async function startInProcess(): Promise<Directory> {
  const { default: ldap } = await import('ldapjs');
  const server = ldap.createServer();
  const entryOf = (dn: string) => PEOPLE.find(({ uid }) => dn.replaceAll(' ', '') === `uid=${uid},ou=people,${BASE}`);
  server.bind(BASE, (request: Asked, response: Answering, next: Next) => {
    const dn = request.dn.toString().replaceAll(' ', '');
    const known = entryOf(dn);
    const expected = dn === READER.dn ? READER.password : known && `${known.uid}-password`;
    if (!expected || expected !== request.credentials) return next(new ldap.InvalidCredentialsError());
    response.end();
    return next();
  });
  server.search(BASE, (request: Asked, response: Answering, next: Next) => {
    // This server compares what was asked for in small letters only; without a wish it sends everything.
    response.attributes = [];
    for (const { uid, groups, givenName, sn, mail } of PEOPLE) {
      const dn = `uid=${uid},ou=people,${BASE}`;
      const isMeant = ['base', '0'].includes(String(request.scope))
        ? entryOf(request.dn.toString())?.uid === uid
        : true;
      const memberof = groups.map((group) => `cn=${group},${BASE}`);
      const entry = { objectclass: 'inetOrgPerson', uid, givenname: givenName, sn, mail, memberof };
      if (isMeant && request.filter.matches(entry)) response.send({ dn, attributes: entry });
    }
    response.end();
    return next();
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  return {
    kind: 'ldapjs',
    url: `ldap://127.0.0.1:${port}`,
    certificate: null,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
