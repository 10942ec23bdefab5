import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFeatures } from '../features.tsx';
import { PaletteEntry, PaletteGroup } from '../palette/PaletteParts.tsx';
import { rankByWords } from '../palette/rank.ts';
import { paletteStore } from '../palette/store.ts';
import { useBestChosen } from '../palette/useBestChosen.ts';
import { type CommandEntry, usePaletteEntries } from './paletteEntries.ts';

/** Finds records, pages and actions from everywhere. */
export function Palette() {
  const { t } = useTranslation('shell');
  const [text, setText] = useState('');
  const words = text.trim();
  const features = useFeatures();
  const { pages, actions, go } = usePaletteEntries();
  const rank = { pages: rankByWords(words, pages), actions: rankByWords(words, actions) };
  const [list, setList] = useState<HTMLElement | null>(null);
  // What scrolls is the list itself: the keys that scroll it are those of the box it belongs to.
  const scrolled = {
    viewportRef: setList,
    viewportProps: { id: LIST, role: 'listbox', 'aria-label': t('palette.found') },
  };
  const { active, onKeyDown } = useBestChosen(text, list);
  return (
    <Spotlight.Root
      store={paletteStore}
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
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={LIST}
        aria-activedescendant={active}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        onKeyDown={onKeyDown}
      />
      <Spotlight.ActionsList {...scrolled}>
        <Group label={t('palette.pages')} entries={rank.pages.meant} />
        <Group label={t('palette.actions')} entries={rank.actions.meant} />
        {features.map(({ palette: { Before, Found } = {} }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: features never change their places
          <Fragment key={place}>
            {words === '' ? Before && <Before go={go} /> : Found && <Found text={words} go={go} />}
          </Fragment>
        ))}
        <Group label={t('palette.pages')} entries={rank.pages.others} />
        <Group label={t('palette.actions')} entries={rank.actions.others} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

const LIST = 'palette-list';

function Group({ label, entries }: { label: string; entries: CommandEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <PaletteGroup label={label}>
      {entries.map((entry) => (
        <PaletteEntry key={entry.id} {...entry} />
      ))}
    </PaletteGroup>
  );
}
