import { patientRowColumns } from './patientRow.ts';

/** How a list of patients can be ordered. */
export type PatientSort = 'name' | 'birthDate' | 'mrn' | 'updated';

interface Order {
  /** What the list is ordered by, before the id. */
  columns: string[];
  /** The indexes that hold that order for all patients of a status, and for those of one doctor. */
  index: string;
  doctorIndex: string;
}

const orders: Record<PatientSort, Order> = {
  name: { columns: ['sort_name', 'birth_date'], index: 'patient_status_name', doctorIndex: 'patient_doctor_name' },
  birthDate: { columns: ['birth_date'], index: 'patient_status_birth', doctorIndex: 'patient_doctor_birth' },
  mrn: { columns: ['mrn'], index: 'patient_status_mrn', doctorIndex: 'patient_doctor_mrn' },
  updated: { columns: ['updated_at'], index: 'patient_status_updated', doctorIndex: 'patient_doctor_updated' },
};

/** Where a page begins: at the end of the list, beyond a cursor, or at the first letters of a name. */
export type Bound = 'none' | 'cursor' | 'letters';

/** Which page is asked for, as far as its query differs. */
export interface PageShape {
  sort: PatientSort;
  ascending: boolean;
  doctor: boolean;
  age: boolean;
  /** Whether so few are of the age asked for that sorting them beats walking through everybody to find them. */
  few: boolean;
  bound: Bound;
}

/** The query of one page: for several statuses one range of the index each, which SQLite merges. */
export function pageSql(shape: PageShape, statuses: number): string {
  const way = shape.ascending ? 'asc' : 'desc';
  const ranges = Array.from({ length: statuses }, () => rangeSql(shape)).join(' union all ');
  const keys = sortColumns(shape.sort).map((_, i) => `key${i} ${way}`);
  return `${ranges} order by ${keys.join(', ')} limit ?`;
}

const sortColumns = (sort: PatientSort) => [...orders[sort].columns, 'id'].map((column) => `p.${column}`);

function rangeSql({ sort, ascending, doctor, age, few, bound }: PageShape): string {
  const { index, doctorIndex } = orders[few ? 'birthDate' : sort];
  const keys = sortColumns(sort);
  const beyond = ascending ? '>' : '<';
  const where = [doctor ? 'p.doctor_id is ?' : '', 'p.status = ?'];
  if (bound === 'cursor') where.push(`(${keys.join(', ')}) ${beyond} (${keys.map(() => '?').join(', ')})`);
  if (bound === 'letters') where.push(`p.sort_name ${beyond}= ?`);
  if (age) where.push('p.birth_date between ? and ?');
  return `select ${patientRowColumns}, ${keys.map((key, i) => `${key} as key${i}`).join(', ')}
    from patient p indexed by ${doctor ? doctorIndex : index} left join doctor d on d.id = p.doctor_id
    where ${where.filter(Boolean).join(' and ')}`;
}

/** The columns a list is ordered by, before the id. */
export const sortColumnsOf = (sort: PatientSort): string[] => orders[sort].columns;
