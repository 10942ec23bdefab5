import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { VisitType } from '#contract/desk/visitTypes.ts';
import { entities, pathOf } from '#contract/entities.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { formatMoment } from '#renderer/app/dates.ts';
import { lastListSearch } from '#renderer/app/listMemory.ts';
import { queryClient } from '#renderer/app/query.ts';
import { RecordPending } from '#renderer/app/RecordPending.tsx';
import { ArchivedMark } from '#renderer/app/record/ArchivedMark.tsx';
import { ArchiveMenu } from '#renderer/app/record/ArchiveMenu.tsx';
import { EditButton } from '#renderer/app/record/EditButton.tsx';
import { useShortcut } from '#renderer/app/shortcuts.ts';
import { client, orpc } from '#renderer/client.ts';
import { BookmarkStar } from '#renderer/features/people/bookmarks/BookmarkStar.tsx';
import { ColourDot } from '#renderer/ui/ColourDot.tsx';
import { FactGrid } from '#renderer/ui/FactGrid.tsx';
import { Fact, Facts } from '#renderer/ui/Facts.tsx';
import { Page } from '#renderer/ui/Page.tsx';

const { path } = entities.visitType;
const route = getRouteApi('/visit-types/$visitTypeId');

/** Everything about one visit type. */
export function VisitTypePage() {
  const { t } = useTranslation('visitTypes');
  const { visitTypeId } = route.useParams();
  const query = useQuery(orpc.visitTypes.get.queryOptions({ input: { id: visitTypeId } }));
  const crumbs = <Crumbs way={[{ label: t('title'), to: path }]} />;
  if (!query.data) return <RecordPending title={t('one')} crumbs={crumbs} error={query.error} />;
  return <Shown visitType={query.data} />;
}

function Shown({ visitType }: { visitType: VisitType }) {
  const { t } = useTranslation('visitTypes');
  const router = useRouter();
  const { id, name, minutes, minutesBefore: before, minutesAfter: after, colour, status, updatedAt } = visitType;
  useShortcut('back', () => void router.navigate({ to: path, search: lastListSearch(path) }));
  return (
    <Page
      title={name}
      crumbs={<Crumbs way={[{ label: t('title'), to: path }]} />}
      aside={status === 'archived' && <ArchivedMark />}
      actions={
        <>
          <BookmarkStar kind="visitType" id={id} />
          <Archive visitType={visitType} />
          <EditButton to={`${pathOf('visitType', id)}/edit`} permission="visitTypes.change" status={status} />
        </>
      }
    >
      <FactGrid>
        <Facts title={t('group.time')}>
          <Fact label={t('fields.minutes')}>{minutes}</Fact>
          <Fact label={t('fields.minutesBefore')}>{before}</Fact>
          <Fact label={t('fields.minutesAfter')}>{after}</Fact>
          <Fact label={t('timeInAll')}>{t('lasts', { minutes: before + minutes + after })}</Fact>
        </Facts>
        <Facts title={t('group.what')}>
          <Fact label={t('fields.colour')}>
            <ColourDot colour={colour} /> {t(`common:colour.${colour}`)}
          </Fact>
          <Fact label={t('fields.updatedAt')}>{formatMoment(updatedAt)}</Fact>
        </Facts>
      </FactGrid>
    </Page>
  );
}

/** Archives the visit type, which can be taken back at once, or restores it. */
function Archive({ visitType }: { visitType: VisitType }) {
  const { t } = useTranslation('visitTypes');
  const keep = ({ id, version, ...rest }: VisitType) => {
    queryClient.setQueryData(orpc.visitTypes.get.queryKey({ input: { id } }), { id, version, ...rest });
    return { id, version };
  };
  const restore = async (place: { id: number; version: number }) => keep(await client.visitTypes.restore(place));
  const place = { id: visitType.id, version: visitType.version };
  return (
    <ArchiveMenu
      record={visitType}
      permission="visitTypes.delete"
      words={{ archive: t('archive'), restore: t('restore'), archived: t('archived', { name: visitType.name }) }}
      archive={async () => {
        const archived = keep(await client.visitTypes.archive(place));
        return () => restore(archived);
      }}
      restore={() => restore(place)}
    />
  );
}
