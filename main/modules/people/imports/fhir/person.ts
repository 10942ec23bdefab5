import type { Sex } from '#contract/ground/fields.ts';
import type { PatientValues } from '#main/modules/people/imports/record.ts';
import { clean, cleanName } from '#main/modules/people/imports/text.ts';
import type { Address, Codeable, HumanName, Telecom } from './shapes.ts';

type Contact = NonNullable<PatientValues['contacts']>[number];

/** The name a person goes by now, in parts. */
export function nameParts(names: HumanName[] = []) {
  const name = prefer(names, ['official', 'usual', undefined], (entry) => entry.use);
  if (!name) return {};
  const [given, ...middle] = texts(name.given);
  const family = cleanName(name.family);
  const parts = { prefix: clean(texts(name.prefix).join(' ')), suffix: clean(texts(name.suffix).join(' ')) };
  if (family)
    return { ...parts, givenName: cleanName(given), middleName: cleanName(middle.join(' ')), familyName: family };
  // A name without a family name: the whole of it is what the person is listed under.
  const whole = cleanName(texts(name.given).join(' ')) ?? cleanName(name.text);
  const spaced = given ? null : /^(.*)\s(\S+)$/u.exec(whole ?? '');
  return { ...parts, givenName: spaced?.[1], familyName: spaced?.[2] ?? whole };
}

/** A person's name in one line. */
export function wholeName(name: HumanName | undefined): string | undefined {
  return cleanName(name?.text) ?? cleanName([...texts(name?.given), name?.family].join(' '));
}

export function sexOf(gender: string | undefined): Sex | undefined {
  if (gender === undefined) return undefined;
  return gender === 'female' || gender === 'male' || gender === 'other' ? gender : 'unknown';
}

/** The phone and e-mail a person is reached at first, and whatever else there is. */
export function reachedAt(telecoms: Telecom[] = []) {
  const current = telecoms.filter((entry) => entry.use !== 'old' && clean(entry.value));
  const phone = prefer(ofSystem(current, 'phone'), ['mobile', 'home', 'work'], (entry) => entry.use);
  const email = prefer(ofSystem(current, 'email'), ['home', 'work'], (entry) => entry.use);
  const contacts = current.filter((entry) => entry !== phone && entry !== email).flatMap(toContact);
  return {
    phone: clean(phone?.value),
    email: clean(email?.value),
    contacts: contacts.length > 0 ? contacts : undefined,
  };
}

const ofSystem = (telecoms: Telecom[], system: string) => telecoms.filter((entry) => entry.system === system);

function toContact({ system, use, value = '' }: Telecom): Contact[] {
  if (system !== 'phone' && system !== 'email') return [];
  const known = use === 'home' || use === 'work' || use === 'mobile' ? use : 'other';
  return [{ system, use: known, value: clean(value) ?? '' }];
}

export function addressParts(addresses: Address[] = []) {
  const address = prefer(
    addresses.filter((entry) => entry.use !== 'old'),
    ['home', undefined, 'temp', 'work'],
    (entry) => entry.use,
  );
  if (!address) return {};
  return {
    addressLine: clean(texts(address.line).join(', ')) ?? (address.city ? undefined : clean(address.text)),
    city: clean(address.city),
    region: clean(address.state),
    postalCode: clean(address.postalCode),
    country: clean(address.country),
  };
}

/** What a coded value is called. */
export function labelOf(codeables: Codeable[] = []): string | undefined {
  const [first] = codeables;
  return clean(first?.text) ?? clean(first?.coding?.find((coding) => coding.display)?.display);
}

const texts = (values: Array<string | null> | undefined) => (values ?? []).filter((value): value is string => !!value);

/** The first entry of the most wanted kind; any entry when none is of a wanted kind. */
function prefer<T>(
  entries: T[],
  kinds: Array<string | undefined>,
  kindOf: (entry: T) => string | undefined,
): T | undefined {
  for (const kind of kinds) {
    const found = entries.find((entry) => kindOf(entry) === kind);
    if (found) return found;
  }
  return entries[0];
}
