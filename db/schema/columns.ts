import { integer, text } from 'drizzle-orm/sqlite-core';

/** An instant in UTC milliseconds. */
export const instant = (name: string) => integer(name);

/** A calendar date, `YYYY-MM-DD`; never an instant, so it cannot move by a day with a time zone. */
export const calendarDate = (name: string) => text(name);

/** Present on every record that people edit: the version a form must send back, and when it was made and changed. */
export const recordColumns = () => ({
  version: integer('version').notNull().default(1),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

/** The columns every person has, whether patient, doctor or user. */
export const personColumns = () => ({
  prefix: text('prefix').notNull().default(''),
  givenName: text('given_name').notNull().default(''),
  middleName: text('middle_name').notNull().default(''),
  familyName: text('family_name').notNull(),
  suffix: text('suffix').notNull().default(''),
  phone: text('phone').notNull().default(''),
  email: text('email').notNull().default(''),
  photoId: text('photo_id'),
});

/** The colours by which people tell records apart in calendars and lists; forms offer the same. */
const colours = [
  'teal',
  'blue',
  'violet',
  'grape',
  'pink',
  'red',
  'orange',
  'yellow',
  'lime',
  'green',
  'cyan',
  'gray',
] as const;

export const colourColumn = () => text('colour', { enum: colours }).notNull().default('teal');
