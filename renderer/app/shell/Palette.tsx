import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFeatures } from '../features.tsx';
import { usePaletteEntries } from './paletteEntries.ts';

/** Finds records, pages and actions from everywhere. */
export function Palette() {
  const { t } = useTranslation('shell');
  const [text, setText] = useState('');
  const words = text.trim();
  const features = useFeatures();
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
        {features.map(({ palette: { Before, Found } = {} }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: features never change their places
          <Fragment key={place}>
            {words === '' ? Before && <Before go={go} /> : Found && <Found text={words} go={go} />}
          </Fragment>
        ))}
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
