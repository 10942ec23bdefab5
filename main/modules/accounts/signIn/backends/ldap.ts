import { isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import type { Client, Entry } from 'ldapts';
import type { LdapSettings } from '#contract/accounts/policy.ts';
import type { AuthBackend, Credentials } from './backend.ts';
import { type DirectoryEntry, saveDirectoryUser } from './directoryUser.ts';

const TIMEOUT_MS = 5_000;

/** Signs in against the clinic's directory; a user of ours is made, or brought up to date, from what it knows. */
export const ldapBackend: AuthBackend = {
  name: 'ldap',
  async authenticate(needs, credentials) {
    const settings = needs.settings.get('ldap');
    // Without a password a directory answers "welcome, anonymous" to every name.
    if (settings.url === '' || credentials.password === '') return { verdict: 'no' };
    const entry = await look(settings, credentials);
    if (!entry) return { verdict: 'no' };
    const userId = await saveDirectoryUser(needs, entry, settings.groups);
    return userId === null ? { verdict: 'no' } : { verdict: 'yes', userId };
  },
};

/** The person's entry when the directory accepts the password, otherwise null. */
async function look(settings: LdapSettings, credentials: Credentials): Promise<DirectoryEntry | null> {
  const { Client, InvalidCredentialsError, NoSuchObjectError } = await import('ldapts');
  const tlsOptions = tlsFor(settings);
  const isSecure = settings.url.startsWith('ldaps:');
  const client = new Client({
    url: settings.url,
    timeout: TIMEOUT_MS,
    connectTimeout: TIMEOUT_MS,
    ...(isSecure ? { tlsOptions } : {}),
  });
  try {
    if (settings.startTls && !isSecure) await client.startTLS(tlsOptions);
    return await bind(client, settings, credentials);
  } catch (error) {
    if (error instanceof InvalidCredentialsError || error instanceof NoSuchObjectError) return null;
    throw error;
  } finally {
    await client.unbind().catch(() => undefined);
  }
}

/** Certificates are checked against the host of the address, also where TLS begins on an open connection. */
function tlsFor({ url, certificateAuthority }: LdapSettings): ConnectionOptions {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(certificateAuthority ? { ca: certificateAuthority } : {}),
  };
}

async function bind(client: Client, settings: LdapSettings, { username, password }: Credentials) {
  if (settings.mode === 'search') {
    await client.bind(settings.bindDn, settings.bindPassword);
    const found = await search(client, settings, username);
    if (!found) return null;
    await client.bind(found.dn, password);
    return toEntry(found, settings, username);
  }
  const dn = settings.userDn.replaceAll('{username}', escapeDn(username));
  await client.bind(dn, password);
  const { searchEntries } = await client.search(dn, { scope: 'base', attributes: attributesOf(settings) });
  const [own] = searchEntries;
  return own && searchEntries.length === 1 ? toEntry(own, settings, username) : null;
}

/** The one entry of this name; two of a name are none. */
async function search(client: Client, settings: LdapSettings, username: string): Promise<Entry | null> {
  const { EqualityFilter } = await import('ldapts');
  const { searchEntries } = await client.search(settings.searchBase, {
    scope: 'sub',
    filter: new EqualityFilter({ attribute: settings.usernameAttribute, value: username }),
    attributes: attributesOf(settings),
    sizeLimit: 2,
  });
  return searchEntries.length === 1 ? (searchEntries[0] ?? null) : null;
}

const attributesOf = (settings: LdapSettings) => [
  settings.usernameAttribute,
  settings.givenNameAttribute,
  settings.familyNameAttribute,
  settings.emailAttribute,
  settings.groupAttribute,
];

function toEntry(entry: Entry, settings: LdapSettings, typed: string): DirectoryEntry {
  const all = (name: string) => {
    const value = Object.entries(entry).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? [];
    return (Array.isArray(value) ? value : [value]).map(String);
  };
  const first = (name: string) => all(name)[0] ?? '';
  const username = first(settings.usernameAttribute) || typed;
  return {
    username,
    givenName: first(settings.givenNameAttribute),
    familyName: first(settings.familyNameAttribute) || username,
    email: first(settings.emailAttribute),
    groups: all(settings.groupAttribute),
  };
}

/** A value inside a distinguished name (RFC 4514): nothing typed can add parts to it. */
export function escapeDn(value: string): string {
  const escaped = value.replace(/[\\,+"<>;=\0]/g, (sign) => `\\${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return escaped.replace(/^[ #]|\s$/g, (sign) => `\\${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
