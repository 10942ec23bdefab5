import { IconCalendarTime } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { pathOf } from '#contract/entities.ts';
import { RecordRows } from '#renderer/app/record/RecordRows.tsx';
import { type Asked, ShortListPage } from '#renderer/app/record/ShortListPage.tsx';
import { orpc } from '#renderer/client.ts';
import { ColourDot } from '#renderer/ui/ColourDot.tsx';

const route = getRouteApi('/visit-types');

const useVisitTypes = (input: Asked) =>
  useQuery(orpc.visitTypes.list.queryOptions({ input, placeholderData: keepPreviousData }));

/** All kinds of visit that the clinic has. */
export function VisitTypesPage() {
  const { t } = useTranslation('visitTypes');
  return (
    <ShortListPage kind="visitType" icon={IconCalendarTime} search={route.useSearch()} useRows={useVisitTypes}>
      {(visitTypes) => (
        <RecordRows
          label={t('title')}
          rows={visitTypes.map(({ id, name, colour, status, minutes, minutesBefore: before, minutesAfter: after }) => ({
            id,
            to: pathOf('visitType', id),
            mark: <ColourDot colour={colour} />,
            name,
            detail: [
              t('lasts', { minutes }),
              [before > 0 && t('before', { minutes: before }), after > 0 && t('after', { minutes: after })]
                .filter(Boolean)
                .join(', '),
            ]
              .filter(Boolean)
              .join(' · '),
            status,
          }))}
        />
      )}
    </ShortListPage>
  );
}
