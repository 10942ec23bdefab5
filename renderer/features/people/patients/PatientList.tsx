import { useCallbackRef } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { useShortcut } from '#renderer/app/shortcuts.ts';
import { useTypedText } from '#renderer/app/useTypedText.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { SearchBox } from '#renderer/ui/SearchBox.tsx';
import { LetterStrip } from './LetterStrip.tsx';
import { ListCount, SearchNote } from './ListNotes.tsx';
import { NoPatients } from './NoPatients.tsx';
import { PatientFilterBar } from './PatientFilterBar.tsx';
import { PATIENT_GRID, PatientGrid } from './PatientGrid.tsx';
import classes from './PatientList.module.css';
import { PatientPreview } from './PatientPreview.tsx';
import { rowId } from './PatientRowLine.tsx';
import { PatientSkeletons } from './PatientSkeletons.tsx';
import type { PatientsSearch } from './patientsSearch.ts';
import { usePatientRows } from './usePatientRows.ts';
import { useSelection } from './useSelection.ts';

interface PatientListProps {
  title: string;
  crumbs?: ReactNode;
  actions: ReactNode;
  /** Where this list lives; under this name it is remembered. */
  path: string;
  search: PatientsSearch;
  onSearch: (search: PatientsSearch) => void;
  /** Only the patients of this doctor. */
  doctorId?: number;
}

/** A list of patients with its search, filters and preview. */
export function PatientList({ title, crumbs, actions, path, search, onSearch, doctorId }: PatientListProps) {
  const { t } = useTranslation('patients');
  const box = useRef<HTMLInputElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const change = useCallbackRef((part: Partial<PatientsSearch>) => {
    scroller.current?.scrollTo(0, 0);
    onSearch({ ...search, ...part });
  });
  const jump = useCallbackRef((at: string) => change({ at: at || undefined }));
  const [text, setText] = useTypedText(search.q ?? '', (q) => onSearch({ ...search, q: q.trim() || undefined }));
  const list = usePatientRows(path, search, text, doctorId);
  const selection = useSelection(path, list, text.trim(), scroller);
  useShortcut('find', () => box.current?.select());

  const type = (value: string) => {
    scroller.current?.scrollTo(0, 0);
    setText(value);
  };
  const boxKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (text === '') scroller.current?.focus();
      else type('');
    } else selection.onKey(event, { typing: true });
  };
  const empty = list.rows?.length === 0 && list.settled;

  return (
    <Page title={title} crumbs={crumbs} actions={actions} aside={<ListCount list={list} />} fill>
      <search className={classes.tools}>
        <SearchBox
          ref={box}
          className={classes.search}
          value={text}
          onChange={type}
          onKeyDown={boxKey}
          placeholder={t('search.placeholder')}
          label={t('search.label')}
          clearLabel={t('search.clear')}
          list={list.rows && !empty ? PATIENT_GRID : undefined}
          chosen={selection.selected === null || empty ? undefined : rowId(selection.selected)}
        />
        <PatientFilterBar
          search={search}
          onSearch={change}
          withDoctor={doctorId === undefined}
          searching={list.searching}
        />
      </search>
      <SearchNote list={list} onShowArchived={() => change({ status: undefined })} />
      {list.error && <ProblemNotice problem={problemOf(list.error)} />}
      <div className={classes.body} data-results-for={list.shownFor ?? undefined}>
        {list.isWaiting && <PatientSkeletons />}
        {empty && (
          <NoPatients text={text} search={search} doctorId={doctorId} archived={list.archived} onSearch={change} />
        )}
        {list.rows && !empty && !list.isWaiting && (
          <PatientGrid
            list={list}
            path={path}
            search={search}
            onSearch={change}
            selected={selection.selected}
            scroller={scroller}
            onSelect={selection.select}
            onOpen={selection.open}
            onKey={(event) => selection.onKey(event, { typing: false })}
          />
        )}
        {!list.searching && !empty && (search.sort ?? 'name') === 'name' && (
          <LetterStrip at={search.at ?? ''} onJump={jump} />
        )}
        {selection.previewed !== null && <PatientPreview id={selection.previewed} onClose={selection.closePreview} />}
      </div>
    </Page>
  );
}
