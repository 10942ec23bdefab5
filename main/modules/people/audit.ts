import { mrnsOf, patientWithMrn } from '#db/queries/people/mrns.ts';
import { audit } from '#main/modules/system/audit/admin.ts';

/** The table of the audit, told the numbers of patients: it lies below them and cannot ask by itself. */
export const admin = audit({ patientWithMrn, mrnsOf });
