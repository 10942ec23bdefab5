import { Spotlight } from '@mantine/spotlight';
import { IconSearch, IconStar } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '#contract/entities.ts';
import { familyFirst, fullName, plainName } from '#contract/ground/names.ts';
import { mediaUrl, orpc } from '#renderer/client.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { dateWithAge } from '../dates.ts';
import { usePermission } from '../permission.tsx';
import { usePaletteEntries } from './paletteEntries.ts';

/** Finds patients, doctors, pages and actions from everywhere. */
export function Palette() {
  const { t } = useTranslation('shell');
  const [text, setText] = useState('');
  const words = text.trim();
  const { pages, actions, go } = usePaletteEntries();
  const fits = (label: string) => label.toLowerCase().includes(words.toLowerCase());
  return (
    <Spotlight.Root
      query={text}
      onQueryChange={setText}
      shortcut={null}
      scrollable
      maxHeight={480}
      attributes={{ content: { 'aria-label': t('searchLabel') } }}
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      // It takes the keys in the moment it opens: fast typists do not wait for a transition.
      transitionProps={{ duration: 0 }}
    >
      <Spotlight.Search
        placeholder={t('search')}
        aria-label={t('searchLabel')}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        onKeyDown={(event) => event.key === 'Enter' && openBestMatch()}
      />
      <Spotlight.ActionsList>
        {words === '' && <Bookmarks go={go} />}
        {words !== '' && <Patients text={words} go={go} />}
        {words !== '' && <Doctors text={words} go={go} />}
        <Group label={t('palette.pages')} entries={pages.filter((entry) => fits(entry.label))} />
        <Group label={t('palette.actions')} entries={actions.filter((entry) => fits(entry.label))} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Enter without having chosen takes the first match, which the stylesheet marks by the same rule. */
function openBestMatch(): void {
  const list = document.querySelector('.mantine-Spotlight-actionsList:not(:has([data-selected]))');
  list
    ?.querySelector<HTMLElement>('.mantine-Spotlight-actionsGroup:first-child > :nth-child(1 of [data-action])')
    ?.click();
}

interface Entry {
  label: string;
  act: () => void;
}

function Group({ label, entries }: { label: string; entries: Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={label}>
      {entries.map((entry) => (
        <Spotlight.Action key={entry.label} label={entry.label} onClick={entry.act} />
      ))}
    </Spotlight.ActionsGroup>
  );
}

const MOST_BOOKMARKS = 6;

/** What one has marked, before anything is typed. */
function Bookmarks({ go }: { go: (to: string) => void }) {
  const { t } = useTranslation('shell');
  const { data: marks = [] } = useQuery(orpc.bookmarks.list.queryOptions());
  if (marks.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('palette.bookmarks')}>
      {marks.slice(0, MOST_BOOKMARKS).map(({ kind, id, name, detail }) => (
        <Spotlight.Action
          key={`${kind} ${id}`}
          leftSection={<IconStar size={18} aria-hidden="true" />}
          label={name}
          description={detail}
          onClick={() => go(pathOf(kind, id))}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

interface FoundProps {
  text: string;
  go: (to: string) => void;
}

function Patients({ text, go }: FoundProps) {
  const { t } = useTranslation('shell');
  const enabled = usePermission('patients.view');
  const found = useQuery(
    orpc.patients.search.queryOptions({
      input: { text, filters: { status: 'all' }, limit: 8 },
      placeholderData: keepPreviousData,
      enabled,
    }),
  );
  if (!found.data) return null;
  if (found.data.rows.length === 0) return <Spotlight.Empty>{t('palette.nothing', { text })}</Spotlight.Empty>;
  return (
    <Spotlight.ActionsGroup label={t('palette.patients')}>
      {found.data.rows.map((row) => (
        <Spotlight.Action
          key={row.id}
          leftSection={<Avatar name={plainName(row)} src={mediaUrl(row.photoId, 96)} size={30} />}
          label={familyFirst(row)}
          description={`${dateWithAge(row.birthDate, row.deceasedOn)} · ${row.mrn}`}
          onClick={() => go(`/patients/${row.id}`)}
        />
      ))}
      <Spotlight.Action
        label={t('palette.allPatients', { text })}
        onClick={() => go(`/patients?q=${encodeURIComponent(JSON.stringify(text))}`)}
      />
    </Spotlight.ActionsGroup>
  );
}

function Doctors({ text, go }: FoundProps) {
  const { t } = useTranslation('shell');
  const enabled = usePermission('doctors.view');
  const found = useQuery(
    orpc.doctors.choices.queryOptions({ input: { text }, placeholderData: keepPreviousData, enabled }),
  );
  const rows = (found.data ?? []).slice(0, 4);
  if (rows.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('palette.doctors')}>
      {rows.map((row) => (
        <Spotlight.Action
          key={row.id}
          leftSection={<Avatar name={plainName(row)} src={mediaUrl(row.photoId, 96)} size={30} />}
          label={fullName(row)}
          description={row.speciality}
          onClick={() => go(`/doctors/${row.id}`)}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}
