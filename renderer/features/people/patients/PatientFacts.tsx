import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName } from '#contract/ground/names.ts';
import type { Patient } from '#contract/people/patients.ts';
import { countryName } from '#renderer/app/countries.ts';
import { dateWithAge, formatDate, formatMoment } from '#renderer/app/dates.ts';
import { fieldLabel } from '#renderer/app/forms/fieldText.ts';
import { Fact, Facts } from '#renderer/ui/Facts.tsx';
import { ContactList } from './ContactList.tsx';

/** What is known of a patient, by group; `brief` leaves out what is not known. */
export function PatientFacts({ patient, brief }: { patient: Patient; brief?: boolean }) {
  const { t } = useTranslation('patients');
  const label = fieldLabel('patients');
  const text = (field: keyof Patient & string, value: ReactNode) =>
    brief && !value ? null : (
      <Fact key={field} label={label(field)}>
        {value}
      </Fact>
    );
  const address = [
    patient.addressLine,
    [patient.postalCode, patient.city].filter(Boolean).join(' '),
    patient.region,
    countryName(patient.country),
  ];
  return (
    <>
      <Facts title={t('group.person')} hidden={brief ?? false}>
        {text('birthDate', dateWithAge(patient.birthDate, patient.deceasedOn))}
        {text('sex', t(`common:sex.${patient.sex}`))}
        {text('mrn', patient.mrn)}
        {text('doctorId', patient.doctor && fullName(patient.doctor))}
        {patient.deceasedOn && text('deceasedOn', formatDate(patient.deceasedOn))}
        {text('updatedAt', formatMoment(patient.updatedAt))}
      </Facts>
      <Facts title={t('group.contact')}>
        {text('phone', patient.phone)}
        {text('email', patient.email)}
        {text('addressLine', address.filter(Boolean).join('\n'))}
        <ContactList contacts={patient.contacts} />
        {brief && text('doctorId', patient.doctor && fullName(patient.doctor))}
      </Facts>
      {(!brief || patient.emergencyName || patient.emergencyPhone) && (
        <Facts title={t('group.emergency')}>
          {text('emergencyName', patient.emergencyName)}
          {text('emergencyRelationship', patient.emergencyRelationship)}
          {text('emergencyPhone', patient.emergencyPhone)}
        </Facts>
      )}
      {(!brief || patient.insuranceProvider) && (
        <Facts title={t('group.insurance')}>
          {text('insuranceProvider', patient.insuranceProvider)}
          {text('insuranceNumber', patient.insuranceNumber)}
          {text('insuranceValidUntil', patient.insuranceValidUntil && formatDate(patient.insuranceValidUntil))}
        </Facts>
      )}
      {(!brief || patient.notes) && (
        <Facts title={t('group.notes')}>
          <Fact label={t('fields.notes')} bare>
            {patient.notes}
          </Fact>
        </Facts>
      )}
    </>
  );
}
