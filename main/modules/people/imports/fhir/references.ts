import type { SourceKey } from '#db/queries/people/sources.ts';
import { ANYWHERE, SYNTHEA } from '#main/modules/people/imports/synthea/rows.ts';
import { isUuid } from '#main/modules/people/imports/text.ts';
import type { Identifier, Reference } from './shapes.ts';

/** A person of the source: what the resource says of itself, and the address it has in its bundle. */
interface Addressed {
  type: 'Patient' | 'Practitioner';
  fullUrl: string | undefined;
  resource: { id?: string | undefined; identifier?: Identifier[] | undefined };
}

/** Every name under which other resources may point to this one, in the form {@link nameOf} gives. */
export function namesOf({ type, fullUrl, resource }: Addressed): string[] {
  const names = (resource.identifier ?? []).flatMap((entry) => byIdentifier(type, entry) ?? []);
  if (fullUrl) names.push(fullUrl);
  if (resource.id) names.push(`${type}/${resource.id}`, `urn:uuid:${resource.id}`);
  return names;
}

/**
 * The name a reference gives: `urn:uuid:…`, `Practitioner/12`, or `Practitioner?identifier=system|value`. Undefined when it
 * names nothing.
 */
export function nameOf(type: Addressed['type'], reference: Reference | undefined): string | undefined {
  const written = reference?.reference;
  if (!written) return reference?.identifier && byIdentifier(type, reference.identifier);
  const relative = new RegExp(`(?:^|/)(${type}/[^/?#]+)(?:/_history/[^/]+)?$`).exec(written)?.[1];
  if (relative) return relative;
  const search = new RegExp(`(?:^|/)${type}\\?identifier=([^&]+)`).exec(written)?.[1];
  return search ? `${type}?identifier=${decoded(search)}` : written;
}

function byIdentifier(type: string, { system, value }: Identifier): string | undefined {
  return value ? `${type}?identifier=${system ?? ''}|${value}` : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Kinds of identifiers (HL7 table 0203) that are the person's own secrets or not theirs alone; they are not kept. */
const PRIVATE = new Set(['SS', 'DL', 'PPN', 'NI', 'NNUSA', 'SB', 'MC', 'MA', 'PN', 'BC']);

const codesOf = ({ type }: Identifier) => (type?.coding ?? []).map((coding) => coding.code ?? '');
const isPrivate = (entry: Identifier) =>
  codesOf(entry).some((code) => PRIVATE.has(code)) || /us-ssn|passport/i.test(entry.system ?? '');

/** The medical record number the source gives, if any. */
export const recordNumberOf = (identifiers: Identifier[] = []) =>
  identifiers.find((entry) => codesOf(entry).includes('MR'))?.value;

/**
 * By which identifier a patient is known again: one that names them and survives a move between servers, first Synthea's
 * own (shared with its CSV export), else the first that is not private; the resource's own id only when there is none.
 */
export function patientKey(addressed: Addressed): SourceKey | undefined {
  const usable = (addressed.resource.identifier ?? []).filter(
    (entry) => entry.system && entry.value && !isPrivate(entry),
  );
  const chosen = usable.find((entry) => entry.system === SYNTHEA) ?? usable[0];
  return chosen ? { system: chosen.system ?? '', value: chosen.value ?? '' } : ownId(addressed);
}

/**
 * By which identifier a practitioner is known again: an id that is a UUID says more than a provider number, since made-up
 * populations all number their providers from 0 or 9999…; then an identifier, then whatever id there is.
 */
export function practitionerKey(addressed: Addressed): SourceKey | undefined {
  const own = ownId(addressed);
  if (own?.system === ANYWHERE) return own;
  const chosen = addressed.resource.identifier?.find((entry) => entry.system && entry.value && !isPrivate(entry));
  return chosen ? { system: chosen.system ?? '', value: chosen.value ?? '' } : own;
}

function ownId({ type, fullUrl, resource }: Addressed): SourceKey | undefined {
  const id = resource.id ?? fullUrl?.replace(/^urn:uuid:/, '');
  if (!id) return undefined;
  if (isUuid(id)) return { system: ANYWHERE, value: `urn:uuid:${id.toLowerCase()}` };
  return { system: fullUrl?.startsWith('http') ? fullUrl.replace(/\/[^/]*$/, '') : type, value: id };
}
