import { Kbd, NativeSelect, Skeleton, Stack } from '@mantine/core';
import { IconPlus, IconStethoscope } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/dates.ts';
import { LinkButton } from '#renderer/app/LinkButton.tsx';
import { rememberList } from '#renderer/app/listMemory.ts';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { usePermission } from '#renderer/app/permission.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { useShortcut } from '#renderer/app/shortcuts.ts';
import { useTypedText } from '#renderer/app/useTypedText.ts';
import { orpc } from '#renderer/client.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { SearchBox } from '#renderer/ui/SearchBox.tsx';
import { DoctorCards } from './DoctorCards.tsx';
import classes from './doctors.module.css';
import type { DoctorsSearch } from './doctorsSearch.ts';

const route = getRouteApi('/doctors');

/** All doctors of the clinic. */
export function DoctorsPage() {
  const { t } = useTranslation('doctors');
  const router = useRouter();
  const search = route.useSearch();
  const box = useRef<HTMLInputElement>(null);
  const go = (next: DoctorsSearch) => void router.navigate({ to: '/doctors', search: next, replace: true });
  const [text, setText] = useTypedText(search.q ?? '', (q) => go({ ...search, q: q.trim() || undefined }));
  const status = search.status ?? 'active';
  const doctors = useQuery(
    orpc.doctors.list.queryOptions({ input: { text: text.trim(), status }, placeholderData: keepPreviousData }),
  );
  useShortcut('find', () => box.current?.select());
  useEffect(() => rememberList('/doctors', { search }), [search]);

  return (
    <Page title={t('title')} aside={doctors.data && formatNumber(doctors.data.length)} actions={<NewDoctorButton />}>
      <search className={classes.tools}>
        <SearchBox
          ref={box}
          className={classes.search}
          value={text}
          onChange={setText}
          placeholder={t('search.placeholder')}
          label={t('search.label')}
          clearLabel={t('search.clear')}
        />
        <NativeSelect
          aria-label={t('filter.status')}
          value={status}
          onChange={({ currentTarget: { value } }) =>
            go({ ...search, status: value === 'archived' || value === 'all' ? value : undefined })
          }
          data={(['active', 'archived', 'all'] as const).map((value) => ({ value, label: t(`filter.is.${value}`) }))}
        />
      </search>
      {doctors.error && <ProblemNotice problem={problemOf(doctors.error)} />}
      {doctors.isPending && <Skeletons />}
      {doctors.data?.length === 0 && <NoDoctors filtered={text.trim() !== '' || search.status !== undefined} />}
      {doctors.data && doctors.data.length > 0 && <DoctorCards doctors={doctors.data} />}
    </Page>
  );
}

function NewDoctorButton() {
  const { t } = useTranslation('doctors');
  const router = useRouter();
  const may = usePermission('doctors.add');
  useShortcut('add', () => void router.navigate({ to: '/doctors/new' }), may);
  if (!may) return null;
  return (
    <LinkButton
      to="/doctors/new"
      leftSection={<IconPlus size={18} aria-hidden="true" />}
      rightSection={
        <Kbd size="xs" aria-hidden="true">
          N
        </Kbd>
      }
    >
      {t('new')}
    </LinkButton>
  );
}

function NoDoctors({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('doctors');
  const kind = filtered ? 'found' : 'all';
  return (
    <EmptyState icon={IconStethoscope} title={t(`none.${kind}Title`)} text={t(`none.${kind}Text`)}>
      {filtered ? <LinkButton to="/doctors">{t('none.showAll')}</LinkButton> : <NewDoctorButton />}
    </EmptyState>
  );
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
