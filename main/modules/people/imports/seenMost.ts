/** Counts who saw whom, to tell the doctor a patient saw most. Patients and doctors are whatever strings name them. */
export interface Visits {
  add(patient: string, doctor: string, start: string): void;
  /**
   * The doctor with the most visits of a patient known by any of `names`; of equals the one seen last. `nameDoctor` says
   * which doctor a name means, so that two names of one count together; undefined does not count.
   */
  seenMost(names: readonly string[], nameDoctor?: (doctor: string) => string | undefined): string | undefined;
}

interface Tally {
  count: number;
  last: string;
}

export function countVisits(): Visits {
  const patients = new Map<string, Map<string, Tally>>();
  return {
    add(patient, doctor, start) {
      const doctors = patients.get(patient) ?? new Map<string, Tally>();
      patients.set(patient, doctors);
      count(doctors, doctor, { count: 1, last: start });
    },
    seenMost(names, nameDoctor = (doctor) => doctor || undefined) {
      const doctors = new Map<string, Tally>();
      for (const patient of new Set(names)) {
        for (const [name, tally] of patients.get(patient) ?? []) {
          const doctor = nameDoctor(name);
          if (doctor !== undefined) count(doctors, doctor, tally);
        }
      }
      return [...doctors].sort(mostFirst)[0]?.[0];
    },
  };
}

function count(doctors: Map<string, Tally>, doctor: string, more: Tally): void {
  const known = doctors.get(doctor);
  doctors.set(doctor, {
    count: (known?.count ?? 0) + more.count,
    last: known && known.last > more.last ? known.last : more.last,
  });
}

/** By visits, then by the latest, then by name, so that the same source always gives the same doctor. */
function mostFirst([nameA, a]: [string, Tally], [nameB, b]: [string, Tally]): number {
  return b.count - a.count || compare(b.last, a.last) || compare(nameA, nameB);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
