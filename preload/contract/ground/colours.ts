import * as z from 'zod';

/** The colours by which people tell records apart in calendars and lists; each is a colour of the look. */
export const colour = z.enum([
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
]);
