import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fullName } from '#contract/ground/names.ts';
import type { Patient } from '#contract/people/patients.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { lastListSearch } from '#renderer/app/listMemory.ts';
import { RecordPending } from '#renderer/app/RecordPending.tsx';
import { EditButton } from '#renderer/app/record/EditButton.tsx';
import { useShortcut } from '#renderer/app/shortcuts.ts';
import { orpc } from '#renderer/client.ts';
import { BookmarkStar } from '#renderer/features/people/bookmarks/BookmarkStar.tsx';
import { FactGrid } from '#renderer/ui/FactGrid.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { PatientBanner } from './PatientBanner.tsx';
import { PatientFacts } from './PatientFacts.tsx';
import { PatientMenu } from './PatientMenu.tsx';

const route = getRouteApi('/patients/$patientId');

/** Everything about one patient. */
export function PatientPage() {
  const { t } = useTranslation('patients');
  const { patientId } = route.useParams();
  const query = useQuery(orpc.patients.get.queryOptions({ input: { id: patientId } }));
  const crumbs = <Crumbs way={[{ label: t('title'), to: '/patients' }]} />;
  if (!query.data) return <RecordPending title={t('one')} crumbs={crumbs} error={query.error} />;
  return <Shown patient={query.data} />;
}

function Shown({ patient }: { patient: Patient }) {
  const { t } = useTranslation('patients');
  const router = useRouter();
  useShortcut('back', () => void router.navigate({ to: '/patients', search: lastListSearch('/patients') }));
  return (
    <Page
      title={fullName(patient)}
      heading={<PatientBanner patient={patient} />}
      crumbs={<Crumbs way={[{ label: t('title'), to: '/patients' }]} />}
      actions={
        <>
          <BookmarkStar kind="patient" id={patient.id} />
          <PatientMenu patient={patient} />
          <EditButton to={`/patients/${patient.id}/edit`} permission="patients.change" status={patient.status} />
        </>
      }
    >
      <FactGrid>
        <PatientFacts patient={patient} />
      </FactGrid>
    </Page>
  );
}
