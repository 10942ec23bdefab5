import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { calendarDate, personColumns, recordColumns } from '../columns.ts';
import { doctor } from './doctor.ts';

export interface ContactPoint {
  system: 'phone' | 'email';
  use: 'home' | 'work' | 'mobile' | 'other';
  value: string;
}

export const patient = sqliteTable(
  'patient',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    mrn: text('mrn').notNull(),
    ...personColumns(),
    /** Folded "family given middle", what lists sort by and a typed prefix is looked up in. */
    sortName: text('sort_name').notNull(),
    birthDate: calendarDate('birth_date').notNull(),
    deceasedOn: calendarDate('deceased_on'),
    sex: text('sex', { enum: ['female', 'male', 'other', 'unknown'] })
      .notNull()
      .default('unknown'),
    addressLine: text('address_line').notNull().default(''),
    city: text('city').notNull().default(''),
    region: text('region').notNull().default(''),
    postalCode: text('postal_code').notNull().default(''),
    country: text('country').notNull().default(''),
    contacts: text('contacts', { mode: 'json' }).$type<ContactPoint[]>().notNull().default([]),
    emergencyName: text('emergency_name').notNull().default(''),
    emergencyRelationship: text('emergency_relationship').notNull().default(''),
    emergencyPhone: text('emergency_phone').notNull().default(''),
    insuranceProvider: text('insurance_provider').notNull().default(''),
    insuranceNumber: text('insurance_number').notNull().default(''),
    insuranceValidUntil: calendarDate('insurance_valid_until'),
    notes: text('notes').notNull().default(''),
    doctorId: integer('doctor_id').references(() => doctor.id),
    status: text('status', { enum: ['active', 'archived'] })
      .notNull()
      .default('active'),
    /** Sent by the form with a new record, so that saving twice cannot make two. */
    createKey: text('create_key'),
    ...recordColumns(),
  },
  (t) => [
    uniqueIndex('patient_mrn').on(t.mrn),
    // Every list order, for all patients of a status and for one doctor's. SQLite ends each index with the id, and the
    // birth date in the name indexes also orders namesakes and answers an age filter without reading the row.
    index('patient_status_name').on(t.status, t.sortName, t.birthDate),
    index('patient_status_birth').on(t.status, t.birthDate),
    index('patient_status_mrn').on(t.status, t.mrn),
    index('patient_status_updated').on(t.status, t.updatedAt),
    index('patient_doctor_name').on(t.doctorId, t.status, t.sortName, t.birthDate),
    index('patient_doctor_birth').on(t.doctorId, t.status, t.birthDate),
    index('patient_doctor_mrn').on(t.doctorId, t.status, t.mrn),
    index('patient_doctor_updated').on(t.doctorId, t.status, t.updatedAt),
    uniqueIndex('patient_create_key').on(t.createKey).where(sql`create_key is not null`),
  ],
);

/** Where an imported record came from, so that a second import updates and never doubles. */
export const sourceIdentifier = sqliteTable(
  'source_identifier',
  {
    system: text('system').notNull(),
    value: text('value').notNull(),
    kind: text('kind', { enum: ['patient', 'doctor'] }).notNull(),
    recordId: integer('record_id').notNull(),
  },
  (t) => [
    uniqueIndex('source_identifier_source').on(t.kind, t.system, t.value),
    index('source_identifier_record').on(t.kind, t.recordId),
  ],
);
