import { Kbd, NativeSelect, Skeleton, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { entities, type PagedKind } from '#contract/entities.ts';
import { type KindWithRight, permissionTo } from '#contract/permission.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { SearchBox } from '#renderer/ui/SearchBox.tsx';
import { formatNumber } from '../dates.ts';
import type { Icon } from '../feature.ts';
import { LinkButton } from '../LinkButton.tsx';
import { rememberList } from '../listMemory.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { usePermission } from '../permission.tsx';
import { problemOf } from '../problem.ts';
import { useShortcut } from '../shortcuts.ts';
import { useTypedText } from '../useTypedText.ts';
import { ArchivedHint } from './ArchivedHint.tsx';
import classes from './ShortListPage.module.css';
import type { ShortListSearch } from './shortListSearch.ts';
import { chosenStatus, type Status, statuses, usualStatus } from './statuses.ts';

type ListedKind = PagedKind & KindWithRight<'add'>;

/** What is asked of the list. */
export interface Asked {
  text: string;
  status: Status;
}

interface Listed {
  status: 'active' | 'archived';
}

interface ShortListPageProps<Row extends Listed> {
  kind: ListedKind;
  icon: Icon;
  search: ShortListSearch;
  useRows: (asked: Asked) => UseQueryResult<Row[]>;
  /** Shows the records that were found. */
  children: (rows: Row[]) => ReactNode;
}

/** All records of a kind of which a clinic has few: looked through as one types, with what to do when there are none. */
export function ShortListPage<Row extends Listed>({ kind, icon, search, useRows, children }: ShortListPageProps<Row>) {
  const { path, plural } = entities[kind];
  const { t } = useTranslation();
  const router = useRouter();
  const box = useRef<HTMLInputElement>(null);
  const go = (next: ShortListSearch) => void router.navigate({ to: path, search: next, replace: true });
  const [text, setText] = useTypedText(search.q ?? '', (q) => go({ ...search, q: q.trim() || undefined }));
  const searching = text.trim() !== '';
  const status = search.status ?? usualStatus(searching);
  // Whoever searches is told of archived ones even where only active ones are asked for.
  const { data: rows, error, isPlaceholderData } = useRows({ text: text.trim(), status: searching ? 'all' : status });
  const fitting = rows?.filter((row) => status === 'all' || row.status === status);
  // That nobody fitted what was typed before says nothing of what is typed now.
  const data = fitting?.length === 0 && isPlaceholderData ? undefined : fitting;
  const archived = status === 'active' ? (rows ?? []).filter((row) => row.status === 'archived').length : 0;
  useShortcut('find', () => box.current?.select());
  const list = useRef<HTMLDivElement>(null);
  const first = () => list.current?.querySelector<HTMLElement>('[data-record]');
  useShortcut('down', () => first()?.focus());
  useShortcut('up', () => first()?.focus());
  const intoList = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') first()?.focus();
    // Rows of what was typed before are not what is meant now.
    else if (event.key === 'Enter' && text.trim() !== '' && !isPlaceholderData) first()?.click();
    else return;
    event.preventDefault();
  };
  useEffect(() => rememberList(path, { search }), [path, search]);

  return (
    <Page title={t(`${plural}:title`)} aside={data && formatNumber(data.length)} actions={<NewButton kind={kind} />}>
      <search className={classes.tools}>
        <SearchBox
          ref={box}
          className={classes.search}
          value={text}
          onChange={setText}
          onKeyDown={intoList}
          placeholder={t(`${plural}:search.placeholder`)}
          label={t(`${plural}:search.label`)}
          clearLabel={t(`${plural}:search.clear`)}
        />
        <NativeSelect
          aria-label={t('filter.status')}
          value={status}
          onChange={({ currentTarget: { value } }) => go({ ...search, status: chosenStatus(value, searching) })}
          data={statuses.map((value) => ({ value, label: t(`filter.is.${value}`) }))}
        />
      </search>
      {error && <ProblemNotice problem={problemOf(error)} />}
      {!data && !error && <Skeletons />}
      {archived > 0 && (
        <p className={classes.note} role="status">
          <ArchivedHint count={archived} onShow={() => go({ ...search, status: undefined })} />
        </p>
      )}
      {data?.length === 0 && <None kind={kind} icon={icon} asked={{ text: text.trim(), status }} useRows={useRows} />}
      {data && data.length > 0 && <div ref={list}>{children(data)}</div>}
    </Page>
  );
}

function NewButton({ kind }: { kind: ListedKind }) {
  const { path, plural } = entities[kind];
  const { t } = useTranslation();
  const router = useRouter();
  const may = usePermission(permissionTo('add', kind));
  useShortcut('add', () => void router.navigate({ to: `${path}/new` }), may);
  if (!may) return null;
  return (
    <LinkButton
      to={`${path}/new`}
      leftSection={<IconPlus size={18} aria-hidden="true" />}
      rightSection={
        <Kbd size="xs" aria-hidden="true">
          N
        </Kbd>
      }
    >
      {t(`${plural}:new`)}
    </LinkButton>
  );
}

type NoneProps = Pick<ShortListPageProps<Listed>, 'kind' | 'icon' | 'useRows'> & { asked: Asked };

/** Nothing fits what was typed, nothing is archived, everything is archived, or there is nothing at all yet. */
function None({ kind, icon, asked, useRows }: NoneProps) {
  const { path, plural } = entities[kind];
  const { t } = useTranslation();
  const mayAdd = usePermission(permissionTo('add', kind));
  const archived = useRows({ text: '', status: 'archived' });
  if (asked.text === '' && asked.status === 'active' && archived.isPending) return <Skeletons />;
  const why = whyNone(asked, (archived.data ?? []).length > 0);
  const words = [t(`${plural}:none.${why}Text`)];
  if (why === 'all' && mayAdd) words.push(t(`${plural}:none.add`));
  return (
    <EmptyState icon={icon} title={t(`${plural}:none.${why}Title`)} text={words.join(' ')}>
      {why === 'all' && <NewButton kind={kind} />}
      {why === 'active' && (
        <LinkButton to={path} search={{ status: 'archived' }}>
          {t(`${plural}:none.showArchived`)}
        </LinkButton>
      )}
      {(why === 'found' || why === 'archived') && <LinkButton to={path}>{t(`${plural}:none.showAll`)}</LinkButton>}
    </EmptyState>
  );
}

function whyNone({ text, status }: Asked, hasArchived: boolean): 'found' | 'archived' | 'active' | 'all' {
  if (text !== '') return 'found';
  if (status === 'archived') return 'archived';
  return hasArchived ? 'active' : 'all';
}

function Skeletons() {
  return (
    <Stack gap="xs" aria-busy="true">
      <Skeleton height={72} />
      <Skeleton height={72} />
      <Skeleton height={72} />
    </Stack>
  );
}
