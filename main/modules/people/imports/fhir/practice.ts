import type { SourceKey } from '#db/queries/people/sources.ts';
import { reason } from '#main/modules/people/imports/problem.ts';
import type { Item, PractitionerValues, SourcePosition } from '#main/modules/people/imports/record.ts';
import { countVisits } from '#main/modules/people/imports/seenMost.ts';
import { carried } from '#main/modules/people/imports/text.ts';
import type { Found } from './files.ts';
import { labelOf, nameParts, reachedAt, sexOf } from './person.ts';
import { nameOf, namesOf, practitionerKey } from './references.ts';
import {
  encounterResource,
  type PractitionerResource,
  parseResource,
  practitionerResource,
  practitionerRoleResource,
} from './shapes.ts';

/** The practitioners of all files and whom they saw. */
export interface Practice {
  /** Takes in a Practitioner, PractitionerRole or Encounter; other types are passed over. */
  learn(found: Extract<Found, { type: string }>): void;
  size(): number;
  items(onDone: (count: number) => void): AsyncGenerator<Item>;
  /** The practitioner a patient, known by `names`, saw most. */
  seenMost(names: readonly string[]): SourceKey | undefined;
  find(name: string): SourceKey | undefined;
}

/** An Encounter in one of these states never took place. */
const NEVER = new Set(['planned', 'cancelled', 'entered-in-error', 'arrived', 'unknown']);

interface Known {
  key: SourceKey;
  place: SourcePosition;
  names: string[];
  values: PractitionerValues;
}

export function gatherPractice(): Practice {
  const practitioners = new Map<string, Known>();
  const byName = new Map<string, Known>();
  const roles: Array<{ name: string; values: PractitionerValues }> = [];
  const refused: Item[] = [];
  const visits = countVisits();

  /** Bundles repeat the practitioners they mention: what is known already stands, what is new is added to it. */
  const addPractitioner = (place: SourcePosition, fullUrl: string | undefined, resource: PractitionerResource) => {
    const addressed = { type: 'Practitioner' as const, fullUrl, resource };
    const key = practitionerKey(addressed);
    if (!key) return void refused.push({ refused: { kind: 'doctor', place, reason: reason('noId') } });
    const id = `${key.system} ${key.value}`;
    const known = practitioners.get(id) ?? { key, place, names: [], values: {} };
    known.values = { ...valuesOf(resource), ...known.values };
    practitioners.set(id, known);
    for (const name of namesOf(addressed)) byName.set(name, known);
  };

  const learners: Record<string, (found: Extract<Found, { type: string }>) => { reason: string } | null> = {
    Practitioner(found) {
      const parsed = parseResource(practitionerResource, found);
      if ('reason' in parsed) return parsed;
      addPractitioner(found.place, found.fullUrl, parsed.resource);
      return null;
    },
    PractitionerRole(found) {
      const parsed = parseResource(practitionerRoleResource, found);
      if ('reason' in parsed) return null;
      const name = nameOf('Practitioner', parsed.resource.practitioner);
      const { phone, email } = reachedAt(parsed.resource.telecom);
      if (name) roles.push({ name, values: carried({ speciality: labelOf(parsed.resource.specialty), phone, email }) });
      return null;
    },
    Encounter(found) {
      const parsed = parseResource(encounterResource, found);
      if ('reason' in parsed || NEVER.has(parsed.resource.status ?? '')) return null;
      const patient = nameOf('Patient', parsed.resource.subject);
      const people = (parsed.resource.participant ?? []).map((one) =>
        nameOf('Practitioner', one.individual ?? one.actor),
      );
      const start = parsed.resource.period?.start ?? '';
      for (const doctor of new Set(people)) if (patient && doctor) visits.add(patient, doctor, start);
      return null;
    },
  };

  return {
    learn(found) {
      const problem = learners[found.type]?.(found);
      if (problem) refused.push({ refused: { kind: 'doctor', place: found.place, reason: problem.reason } });
    },
    size: () => practitioners.size,
    async *items(onDone) {
      // A role speaks of the place somebody works at; what the practitioner's own record says goes before it.
      for (const { name, values } of roles) {
        const known = byName.get(name);
        if (known) known.values = { ...values, ...known.values };
      }
      yield* refused;
      let count = 0;
      for (const { key, place, values } of practitioners.values()) {
        yield { record: { kind: 'doctor', key, place, values } };
        onDone(++count);
      }
    },
    find: (name) => byName.get(name)?.key,
    seenMost(names) {
      // Several names of one practitioner count together; whoever is no practitioner of these files does not count.
      const idOf = (name: string) => {
        const key = byName.get(name)?.key;
        return key && `${key.system} ${key.value}`;
      };
      return practitioners.get(visits.seenMost(names, idOf) ?? '')?.key;
    },
  };
}

function valuesOf(resource: PractitionerResource): PractitionerValues {
  const { phone, email } = reachedAt(resource.telecom);
  return carried({ ...nameParts(resource.name), phone, email, sex: sexOf(resource.gender) });
}
