import { today } from '#contract/ground/fields.ts';
import { plainName } from '#contract/ground/names.ts';
import type { Reader } from '#db/index.ts';
import { countPatients } from '#db/queries/people/countPatients.ts';
import { listDoctors } from '#db/queries/people/doctors.ts';
import { type EveryMatch, type MatchTally, tallyMatches } from '#db/queries/people/everyMatch.ts';
import { MOST_COUNTED } from '#db/queries/system/conditions.ts';
import type { PatientFilters } from '#db/search/filters.ts';
import type { Count, Facet, Query } from '#main/admin/table.ts';

/** Doctors that the filter offers. */
const MOST_DOCTORS = 100;
const NOBODY = 'none';

type Asked = Pick<Query, 'text' | 'filters'>;

export const isSearch = ({ text }: Asked): boolean => text.trim() !== '';

export const searchOf = (asked: Asked): EveryMatch => ({ text: asked.text, filters: filtersOf(asked), today: today() });

export function filtersOf({ filters: { status, doctor } }: Asked): PatientFilters {
  return {
    status: status === 'active' || status === 'archived' ? status : 'all',
    ...(doctor !== undefined && { doctorId: doctor === NOBODY ? null : Number(doctor) }),
  };
}

/** How many patients fit: exactly by filters, up to the most that are counted by what was typed. */
export async function countFitting(reader: Reader, asked: Asked): Promise<Count> {
  const [count = none] = await countsBy(reader, asked, [{}]);
  return count;
}

/** How many fit each status and each doctor, under everything else that is asked for. */
export async function facetsOf(reader: Reader, { text, filters }: Asked): Promise<Facet[]> {
  const { status, doctor, ...others } = filters;
  const statuses = ['active', 'archived'] as const;
  const doctors = (await listDoctors(reader, { status: 'active' })).slice(0, MOST_DOCTORS);
  const named = doctors.map((doctor) => ({ value: String(doctor.id), label: plainName(doctor) }));
  const ofStatus = { text, filters: { ...others, ...(doctor !== undefined && { doctor }) } };
  const ofDoctor = { text, filters: { ...others, ...(status !== undefined && { status }) } };
  const byStatus = statuses.map((one) => ({ status: one }));
  const byDoctor = [...doctors.map(({ id }) => ({ doctorId: id })), { doctorId: null }];
  return [
    facet(
      'status',
      statuses.map((value) => ({ value, label: null })),
      await countsBy(reader, ofStatus, byStatus),
    ),
    facet('doctor', [...named, { value: NOBODY, label: null }], await countsBy(reader, ofDoctor, byDoctor)),
  ];
}

const none: Count = { count: 0, atLeast: false };

const facet = (name: string, values: Array<{ value: string; label: string | null }>, counts: Count[]): Facet => ({
  name,
  options: values.map((value, place) => ({ ...value, ...(counts[place] ?? none) })).filter(({ count }) => count > 0),
});

type Part = { status?: MatchTally['status']; doctorId?: number | null };

/** How many of those who fit belong to each part; one look at the matches serves all parts. */
async function countsBy(reader: Reader, asked: Asked, parts: Part[]): Promise<Count[]> {
  if (!isSearch(asked)) {
    const filters = filtersOf(asked);
    const counts: Count[] = [];
    for (const part of parts) {
      const { patients: count, atLeast } = await countPatients(reader, { ...filters, ...part }, today());
      counts.push({ count, atLeast });
    }
    return counts;
  }
  const tally = await tallyMatches(reader, searchOf(asked), MOST_COUNTED + 1);
  const isCut = sum(tally) > MOST_COUNTED;
  return parts.map(({ status, doctorId }) => {
    const own = tally.filter(
      (row) => (status === undefined || row.status === status) && (doctorId === undefined || row.doctorId === doctorId),
    );
    const count = sum(own);
    return { count: Math.min(count, MOST_COUNTED), atLeast: isCut && count > 0 };
  });
}

const sum = (tally: MatchTally[]): number => tally.reduce((total, { patients }) => total + patients, 0);
