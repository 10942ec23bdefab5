import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fullName } from '#contract/ground/names.ts';
import type { Doctor } from '#contract/people/doctors.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { formatMoment } from '#renderer/app/dates.ts';
import { dayNames, formatDay } from '#renderer/app/hours.ts';
import { LinkButton } from '#renderer/app/LinkButton.tsx';
import { lastListSearch } from '#renderer/app/listMemory.ts';
import { Can } from '#renderer/app/permission.tsx';
import { RecordPending } from '#renderer/app/RecordPending.tsx';
import { EditButton } from '#renderer/app/record/EditButton.tsx';
import { useShortcut } from '#renderer/app/shortcuts.ts';
import { orpc } from '#renderer/client.ts';
import { BookmarkStar } from '#renderer/features/people/bookmarks/BookmarkStar.tsx';
import { FactGrid } from '#renderer/ui/FactGrid.tsx';
import { Fact, Facts } from '#renderer/ui/Facts.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { DoctorBanner } from './DoctorBanner.tsx';
import { DoctorMenu } from './DoctorMenu.tsx';

const route = getRouteApi('/doctors/$doctorId');

/** Everything about one doctor. */
export function DoctorPage() {
  const { t } = useTranslation('doctors');
  const { doctorId } = route.useParams();
  const query = useQuery(orpc.doctors.get.queryOptions({ input: { id: doctorId } }));
  const crumbs = <Crumbs way={[{ label: t('title'), to: '/doctors' }]} />;
  if (!query.data) return <RecordPending title={t('one')} crumbs={crumbs} error={query.error} />;
  return <Shown doctor={query.data} />;
}

function Shown({ doctor }: { doctor: Doctor }) {
  const { t } = useTranslation('doctors');
  const router = useRouter();
  useShortcut('back', () => void router.navigate({ to: '/doctors', search: lastListSearch('/doctors') }));
  return (
    <Page
      title={fullName(doctor)}
      heading={<DoctorBanner doctor={doctor} />}
      crumbs={<Crumbs way={[{ label: t('title'), to: '/doctors' }]} />}
      actions={
        <>
          <BookmarkStar kind="doctor" id={doctor.id} />
          <DoctorMenu doctor={doctor} />
          <Can permission="patients.view">
            <LinkButton
              variant="default"
              to="/doctors/$doctorId/patients"
              params={{ doctorId: doctor.id }}
              leftSection={<IconUsers size={18} aria-hidden="true" />}
            >
              {t('patients', { count: doctor.patients })}
            </LinkButton>
          </Can>
          <EditButton to={`/doctors/${doctor.id}/edit`} permission="doctors.change" status={doctor.status} />
        </>
      }
    >
      <FactGrid>
        <Facts title={t('group.work')}>
          <Fact label={t('fields.speciality')}>{doctor.speciality}</Fact>
          <Fact label={t('fields.licenceNumber')}>{doctor.licenceNumber}</Fact>
          <Fact label={t('fields.sex')}>{t(`common:sex.${doctor.sex}`)}</Fact>
          <Fact label={t('fields.updatedAt')}>{formatMoment(doctor.updatedAt)}</Fact>
        </Facts>
        <Facts title={t('group.contact')}>
          <Fact label={t('common:person.phone')}>{doctor.phone}</Fact>
          <Fact label={t('common:person.email')}>{doctor.email}</Fact>
        </Facts>
        <Facts title={t('fields.workingHours')}>
          {doctor.workingHours.map((spans, day) => (
            <Fact key={dayNames[day]} label={dayNames[day] ?? ''}>
              {formatDay(spans)}
            </Fact>
          ))}
        </Facts>
        <Facts title={t('fields.notes')}>
          <Fact label={t('fields.notes')} bare>
            {doctor.notes}
          </Fact>
        </Facts>
      </FactGrid>
    </Page>
  );
}
