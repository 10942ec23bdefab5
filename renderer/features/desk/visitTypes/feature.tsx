import { IconCalendarTime } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { entities, pathOf } from '#contract/entities.ts';
import type { Feature } from '#renderer/app/feature.ts';
import { PaletteEntry, PaletteGroup } from '#renderer/app/palette/PaletteParts.tsx';
import { usePermission } from '#renderer/app/permission.tsx';
import { ArchivedMark } from '#renderer/app/record/ArchivedMark.tsx';
import { shortListSearch } from '#renderer/app/record/shortListSearch.ts';
import { parent, recordParam } from '#renderer/app/root.ts';
import { orpc } from '#renderer/client.ts';
import { ColourDot } from '#renderer/ui/ColourDot.tsx';

const { path } = entities.visitType;

const list = createRoute({
  getParentRoute: parent,
  path,
  validateSearch: shortListSearch,
  component: lazyRouteComponent(() => import('./VisitTypesPage.tsx'), 'VisitTypesPage'),
});
const add = createRoute({
  getParentRoute: parent,
  path: `${path}/new`,
  component: lazyRouteComponent(() => import('./VisitTypeForm.tsx'), 'NewVisitTypePage'),
});
const record = createRoute({
  getParentRoute: parent,
  path: `${path}/$visitTypeId`,
  params: recordParam('visitTypeId'),
  component: lazyRouteComponent(() => import('./VisitTypePage.tsx'), 'VisitTypePage'),
});
const edit = createRoute({
  getParentRoute: parent,
  path: `${path}/$visitTypeId/edit`,
  params: recordParam('visitTypeId'),
  component: lazyRouteComponent(() => import('./VisitTypeForm.tsx'), 'EditVisitTypePage'),
});

/** The visit types that match what was typed in the palette. */
function VisitTypesFound({ text, go }: { text: string; go: (path: string) => void }) {
  const { t } = useTranslation('visitTypes');
  const enabled = usePermission('visitTypes.view');
  const found = useQuery(
    orpc.visitTypes.list.queryOptions({ input: { text, status: 'all' }, placeholderData: keepPreviousData, enabled }),
  );
  const rows = (found.data ?? []).slice(0, 4);
  if (rows.length === 0) return null;
  return (
    <PaletteGroup label={t('title')}>
      {rows.map(({ id, name, colour, minutes, status }) => (
        <PaletteEntry
          key={id}
          id={`visitType-${id}`}
          icon={<ColourDot colour={colour} />}
          label={name}
          detail={t('lasts', { minutes })}
          marks={status === 'archived' && <ArchivedMark />}
          stale={found.isPlaceholderData}
          act={() => go(pathOf('visitType', id))}
        />
      ))}
    </PaletteGroup>
  );
}

/** What visits are for, and how long they take. */
export const visitTypes = {
  order: 145,
  routes: [list, add, record, edit],
  pages: [
    {
      path,
      name: 'visitTypes:title',
      audience: 'visitTypes.view',
      order: 45,
      icon: IconCalendarTime,
      within: 'navigation',
      keys: ['Alt', '5'],
      isStartPage: true,
    },
  ],
  actions: [{ path: `${path}/new`, name: 'visitTypes:new', audience: 'visitTypes.add' }],
  quickLinks: [
    {
      path,
      icon: IconCalendarTime,
      name: 'visitTypes:title',
      text: 'visitTypes:quickLink',
      audience: 'visitTypes.view',
    },
  ],
  palette: { Found: VisitTypesFound },
  refreshed: [{ queries: orpc.visitTypes.key(), after: ['visitType'] }],
  admin: { visitTypes: { icon: IconCalendarTime } },
} satisfies Feature;
