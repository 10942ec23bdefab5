import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fullName } from '#contract/ground/names.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { formatMoment } from '#renderer/app/dates.ts';
import { lastListSearch } from '#renderer/app/listMemory.ts';
import { RecordPending } from '#renderer/app/RecordPending.tsx';
import { keysText, useShortcut } from '#renderer/app/shortcuts.ts';
import { imageUrl, orpc } from '#renderer/client.ts';
import { BookmarkStar } from '#renderer/features/people/bookmarks/BookmarkStar.tsx';
import { Fact, Facts } from '#renderer/ui/Facts.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { ImageActions } from './ImageActions.tsx';
import classes from './images.module.css';
import type { ShownImage } from './types.ts';

const route = getRouteApi('/images/$imageId');

/** One image, large, with what is known of it; the arrow keys lead to those beside it. */
export function ImagePage() {
  const { t } = useTranslation('images');
  const { imageId } = route.useParams();
  const query = useQuery(orpc.images.get.queryOptions({ input: { id: imageId } }));
  const crumbs = <Crumbs way={[{ label: t('title'), to: '/images' }]} />;
  if (!query.data) return <RecordPending title={t('one')} crumbs={crumbs} error={query.error} />;
  return <Shown image={query.data} />;
}

function Shown({ image }: { image: ShownImage }) {
  const { t } = useTranslation('images');
  const router = useRouter();
  useShortcut('back', () => void router.navigate({ to: '/images', search: lastListSearch('/images') }));
  return (
    <Page
      title={image.caption}
      crumbs={<Crumbs way={[{ label: t('title'), to: '/images' }]} />}
      aside={image.status === 'archived' && <span className={classes.archived}>{t('mark')}</span>}
      actions={
        <>
          <BookmarkStar kind="image" id={image.id} />
          <ImageActions key={image.id} image={image} />
        </>
      }
      fill
    >
      <div className={classes.detail}>
        <figure className={classes.stage}>
          <Step to={image.newer} shortcut="previous" label={t('newer')} />
          <img key={image.fileId} src={imageUrl(image.fileId, 'large')} alt={image.caption} />
          <Step to={image.older} shortcut="next" label={t('older')} />
        </figure>
        <aside className={classes.about} aria-label={t('details')}>
          <Facts title={t('details')}>
            <Fact label={t('fields.tags')}>{image.tags.join(', ')}</Fact>
            <Fact label={t('addedBy')}>
              {[formatMoment(image.createdAt), image.addedBy && fullName(image.addedBy)].filter(Boolean).join(' · ')}
            </Fact>
            {image.source && <Fact label={t('from')}>{image.source}</Fact>}
            <Fact label={t('size')}>{t('pixels', { width: image.width, height: image.height })}</Fact>
          </Facts>
        </aside>
      </div>
    </Page>
  );
}

interface StepProps {
  to: number | null;
  shortcut: 'previous' | 'next';
  label: string;
}

function Step({ to, shortcut, label }: StepProps) {
  const router = useRouter();
  const go = () =>
    to !== null && void router.navigate({ to: '/images/$imageId', params: { imageId: to }, replace: true });
  useShortcut(shortcut, go, to !== null);
  const Icon = shortcut === 'previous' ? IconChevronLeft : IconChevronRight;
  return (
    <Tooltip label={`${label}  ${keysText(shortcut)}`}>
      <ActionIcon
        className={classes[shortcut]}
        variant="default"
        size="lg"
        aria-label={label}
        disabled={to === null}
        onClick={go}
      >
        <Icon size={20} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
