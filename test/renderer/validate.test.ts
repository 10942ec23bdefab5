import { ORPCError } from '@orpc/client';
import { describe, expect, it, vi } from 'vitest';
import { patientForm } from '#contract/people/patients.ts';
import { serverErrors, validateWith } from '#renderer/app/forms/validate.ts';
import { say } from '#renderer/app/i18n.ts';

// The way to main needs a window; here only its errors are of interest.
vi.mock('#renderer/transport.ts', () => ({ link: {}, insideDesktop: false }));

const check = validateWith(patientForm);
const filled = { familyName: 'Quillfeather', birthDate: '1984-03-12', sex: 'female' };

describe('a form that is checked before it is sent', () => {
  it('is right when nothing is wrong', () => expect(check(filled)).toEqual({}));

  it('says of an empty field that something is needed, not that nothing is no date', () => {
    const required = say('validation.required');
    expect(check({ ...filled, familyName: '', birthDate: null })).toEqual({
      familyName: required,
      birthDate: required,
    });
  });

  it('says beside the very field what is wrong with it, within lists too', () => {
    const contacts = [
      { system: 'phone', use: 'home', value: '0123' },
      { system: 'phone', use: 'home', value: 'x'.repeat(1000) },
    ];
    expect(Object.keys(check({ ...filled, email: 'nobody', contacts })).sort()).toEqual(['contacts.1.value', 'email']);
  });
});

describe('what main refused', () => {
  const refused = (path: string, key: string) =>
    new ORPCError('VALIDATION', { data: { id: 'ABCD-EFGH', fields: [{ path, key }] } });

  it('stands beside the field of the form, whatever the form is called in the call', () => {
    const error = refused('patient.familyName', 'validation.required');
    expect(serverErrors(error, 'patient')).toEqual({ familyName: say('validation.required') });
    expect(serverErrors(error, 'doctor')).toEqual({ 'patient.familyName': say('validation.required') });
  });

  it('is said in general words where this version does not know the ones meant', () => {
    expect(serverErrors(refused('patient.mrn', 'validation.ofTomorrow'), 'patient')).toEqual({
      mrn: say('validation.invalid'),
    });
  });

  it('is nothing of a field when it is about none', () => {
    expect(serverErrors(new ORPCError('CONFLICT'), 'patient')).toEqual({});
    expect(serverErrors(new Error('lost'), 'patient')).toEqual({});
  });
});
