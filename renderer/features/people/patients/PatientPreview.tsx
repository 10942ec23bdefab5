import { CloseButton, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { plainName } from '#contract/ground/names.ts';
import { LinkButton } from '#renderer/app/LinkButton.tsx';
import { PersonName } from '#renderer/app/PersonName.tsx';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { mediaUrl, orpc } from '#renderer/client.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { PatientFacts } from './PatientFacts.tsx';
import { PatientLine, PatientMarks } from './PatientIdentity.tsx';
import classes from './PatientList.module.css';

/** The chosen patient beside the list. */
export function PatientPreview({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation('patients');
  const query = useQuery(orpc.patients.get.queryOptions({ input: { id }, placeholderData: keepPreviousData }));
  const patient = query.data;
  return (
    <aside className={classes.preview} aria-label={t('preview')}>
      {query.error && <ProblemNotice problem={problemOf(query.error)} />}
      {!patient && !query.error && <Skeleton height={56} />}
      {patient && (
        <>
          <div className={classes.previewHead}>
            <Avatar name={plainName(patient)} src={mediaUrl(patient.photoId, 96)} size={56} />
            <div className={classes.previewName}>
              <span dir="auto">
                <PersonName person={patient} />
              </span>
              <p className={classes.previewLine}>
                <PatientLine patient={patient} />
              </p>
            </div>
            <CloseButton onClick={onClose} aria-label={t('closePreview')} />
          </div>
          <PatientMarks patient={patient} />
          <LinkButton to="/patients/$patientId" params={{ patientId: patient.id }} variant="light">
            {t('open')}
          </LinkButton>
          <PatientFacts patient={patient} brief />
        </>
      )}
    </aside>
  );
}
