import { Button, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AdminTable } from '#contract/admin/table.ts';
import classes from './AdminList.module.css';
import type { AdminSearch } from './adminSearch.ts';
import type { useAdminFacets } from './useAdminRows.ts';
import { choiceWord, countWords, filterName } from './words.ts';

interface FilterBarProps {
  table: AdminTable;
  search: AdminSearch;
  facets: ReturnType<typeof useAdminFacets>['data'];
  onSearch: (part: Partial<AdminSearch>) => void;
}

/** Every filter of the table with how many rows each of its values would leave. */
export function FilterBar({ table, search, facets, onSearch }: FilterBarProps) {
  const { t } = useTranslation('admin');
  const chosen = search.filters ?? {};
  const choose = (name: string, value: string) => {
    const { [name]: _, ...others } = chosen;
    const filters = value === '' ? others : { ...others, [name]: value };
    onSearch({ filters: Object.keys(filters).length > 0 ? filters : undefined });
  };
  return (
    <div className={classes.filters}>
      {table.filters.map((name) => {
        const options = facets?.facets.find((facet) => facet.name === name)?.options ?? [];
        const value = chosen[name] ?? '';
        const known = value === '' || options.some((option) => option.value === value);
        const data = [
          { value: '', label: t('filters.all', { name: filterName(table.name, name) }) },
          ...options.map((option) => ({
            value: option.value,
            label: t('filters.counted', {
              label: option.label ?? choiceWord(name, option.value),
              count: countWords(option),
              interpolation: { escapeValue: false },
            }),
          })),
          ...(known ? [] : [{ value, label: choiceWord(name, value) }]),
        ];
        return (
          <NativeSelect
            key={name}
            className={classes.filter}
            aria-label={filterName(table.name, name)}
            data={data}
            value={value}
            data-chosen={value !== '' || undefined}
            onChange={(event) => choose(name, event.currentTarget.value)}
          />
        );
      })}
      {Object.keys(chosen).length > 0 && (
        <Button
          variant="subtle"
          leftSection={<IconX size={16} aria-hidden="true" />}
          onClick={() => onSearch({ filters: undefined })}
        >
          {t('filters.clear')}
        </Button>
      )}
    </div>
  );
}
