import { describe, expect, it } from 'vitest';
import type { AdminField } from '#contract/admin/record.ts';
import {
  blankRow,
  filledValues,
  flatValues,
  sentValues,
  shapeOf,
  withFlatValues,
} from '#renderer/features/admin/formShape.ts';

const field = (name: string, kind: AdminField['kind'], rest: Partial<AdminField> = {}): AdminField => ({
  name,
  kind,
  required: false,
  nullable: false,
  ...rest,
});
const fields = [
  field('name', 'text', { required: true }),
  field('registration.policy', 'choice', { options: ['open', 'closed'] }),
  field('minutes', 'number'),
  field('doctorId', 'one', { nullable: true }),
  field('contacts', 'rows', {
    parts: [field('contacts.kind', 'choice', { options: ['phone', 'email'] }), field('contacts.value', 'text')],
  }),
];
const stored = { name: 'Front desk', registration: { policy: 'open' }, minutes: 5, doctorId: 7, contacts: [] };

describe('a form that main describes', () => {
  it('has something to begin from in every field', () => {
    expect(filledValues(fields, {})).toEqual({
      name: '',
      registration: { policy: null },
      minutes: null,
      doctorId: null,
      contacts: [],
    });
    expect(filledValues(fields, stored)).toEqual(stored);
  });

  it('is looked at field by field, and put together again', () => {
    const flat = flatValues(fields, stored);
    expect(flat['registration.policy']).toBe('open');
    expect(withFlatValues(stored, { ...flat, 'registration.policy': 'closed' })).toEqual({
      ...stored,
      registration: { policy: 'closed' },
    });
    expect(stored.registration.policy).toBe('open');
  });

  it('says before it is sent what has to be filled in', () => {
    const wrong = shapeOf(fields).safeParse({ ...stored, name: '' });
    expect(wrong.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['name', 'validation.required'],
    ]);
    expect(shapeOf(fields).safeParse(stored).success).toBe(true);
  });

  it('begins a row with the first of its choices, and does not send rows that nobody filled', () => {
    const [, , , , contacts] = fields;
    const blank = contacts ? blankRow(contacts) : null;
    expect(blank).toEqual({ kind: 'phone', value: '' });
    const typed = { kind: 'email', value: 'ada@clinic.example' };
    expect(sentValues(fields, { ...stored, contacts: [blank, typed] }).contacts).toEqual([typed]);
  });

  it('leaves to main what nobody chose, and says nothing where nothing means something', () => {
    const sent = sentValues([...fields, field('limit', 'number', { nullable: true })], {
      ...stored,
      minutes: '',
      limit: null,
    });
    expect('minutes' in sent).toBe(false);
    expect(sent.limit).toBeNull();
  });
});
