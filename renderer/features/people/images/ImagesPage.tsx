import { Select, Switch } from '@mantine/core';
import { IconPhoto, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#renderer/app/LinkButton.tsx';
import { recallPosition, rememberList } from '#renderer/app/listMemory.ts';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { Can, usePermission } from '#renderer/app/permission.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { keysText, useShortcut } from '#renderer/app/shortcuts.ts';
import { useTypedText } from '#renderer/app/useTypedText.ts';
import { orpc } from '#renderer/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { SearchBox } from '#renderer/ui/SearchBox.tsx';
import { ImageGrid } from './ImageGrid.tsx';
import { ImageSkeletons } from './ImageSkeletons.tsx';
import classes from './images.module.css';
import type { ImagesSearch } from './imagesSearch.ts';
import { useImages } from './useImages.ts';

const PATH = '/images';
const route = getRouteApi(PATH);

/** The library of teaching and reference pictures. */
export function ImagesPage() {
  const { t } = useTranslation('images');
  const search = route.useSearch();
  const router = useRouter();
  const box = useRef<HTMLInputElement>(null);
  const change = (part: Partial<ImagesSearch>) =>
    void router.navigate({ to: PATH, search: { ...search, ...part }, replace: true });
  const [text, setText] = useTypedText(search.q ?? '', (q) => change({ q: q.trim() || undefined }));
  const list = useImages(search, text);
  const tags = useQuery(orpc.images.tags.queryOptions());
  const [{ scrollTop: from }] = useState(() => recallPosition(PATH, search));
  useEffect(() => rememberList(PATH, { search }), [search]);
  useShortcut('find', () => box.current?.select());
  useShortcut('add', () => void router.navigate({ to: '/images/new' }), usePermission('images.add'));
  const filtered = text.trim() !== '' || search.tag !== undefined || search.status !== undefined;

  return (
    <Page title={t('title')} actions={<AddButton />} aside={list.rows && countText()} fill>
      <search className={classes.tools}>
        <SearchBox
          ref={box}
          className={classes.search}
          value={text}
          onChange={setText}
          placeholder={t('search')}
          label={t('searchLabel')}
          clearLabel={t('clear')}
        />
        <Select
          aria-label={t('tag')}
          placeholder={t('anyTag')}
          data={(tags.data ?? []).map(({ tag, images }) => ({ value: tag, label: `${tag} (${images})` }))}
          value={search.tag ?? null}
          onChange={(tag) => change({ tag: tag ?? undefined })}
          clearable
          searchable
          w={220}
        />
        <Switch
          label={t('showArchived')}
          checked={search.status === 'archived'}
          onChange={(event) => change({ status: event.currentTarget.checked ? 'archived' : undefined })}
        />
      </search>
      {list.error && <ProblemNotice problem={problemOf(list.error)} />}
      {!list.rows && !list.error && <ImageSkeletons />}
      {list.rows?.length === 0 && <Nothing filtered={filtered} />}
      {list.rows && list.rows.length > 0 && (
        <ImageGrid
          images={list.rows}
          hasMore={list.hasMore}
          more={list.more}
          from={from}
          keep={(scrollTop) => rememberList(PATH, { scrollTop })}
        />
      )}
    </Page>
  );

  function countText(): string {
    const count = list.rows?.length ?? 0;
    return `${t('count', { count })}${list.hasMore ? '+' : ''}`;
  }
}

function AddButton() {
  const { t } = useTranslation('images');
  return (
    <Can permission="images.add">
      <LinkButton to="/images/new" leftSection={<IconPlus size={18} aria-hidden="true" />} title={keysText('add')}>
        {t('new')}
      </LinkButton>
    </Can>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('images');
  if (filtered) return <EmptyState icon={IconSearch} title={t('empty.noneTitle')} text={t('empty.noneText')} />;
  return <EmptyState icon={IconPhoto} title={t('empty.title')} text={t('empty.text')} />;
}
