import { Button, Group, TextInput } from '@mantine/core';
import { IconFile, IconFolder } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportFormat } from '#contract/people/imports.ts';
import { ChoiceInput } from '#renderer/app/forms/ChoiceInput.tsx';
import { serverErrors } from '#renderer/app/forms/validate.ts';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { client } from '#renderer/client.ts';
import { DemoForm } from './DemoForm.tsx';
import classes from './imports.module.css';

interface Source {
  handle: string;
  name: string;
}

/** What is imported from where. */
export interface ImportChoice {
  format: ImportFormat;
  handle: string;
}

interface ImportFormProps {
  /** `choice` is what was begun; null for people that are made up. */
  onStarted: (jobId: string, choice: ImportChoice | null) => void;
}

const formats: ImportFormat[] = ['synthea-csv', 'fhir'];

/** Chooses what is imported, and tries or does it. */
export function ImportForm({ onStarted }: ImportFormProps) {
  const { t } = useTranslation('imports');
  const [format, setFormat] = useState<ImportFormat>('synthea-csv');
  const [source, setSource] = useState<Source | null>(null);
  const start = useMutation({
    mutationFn: async (dryRun: boolean) => {
      if (!source) return;
      const choice = { format, handle: source.handle };
      onStarted((await client.imports.start({ ...choice, dryRun })).jobId, choice);
    },
  });
  return (
    <div className={classes.page}>
      <section className={classes.card} aria-labelledby="import-files">
        <h2 id="import-files" className={classes.title}>
          {t('page.files')}
        </h2>
        <p className={classes.text}>{t('page.filesText')}</p>
        <ChoiceInput
          label={t('page.format')}
          options={formats.map((value) => ({ value, label: t(`page.formats.${value}`) }))}
          defaultValue={format}
          onChange={(value) => {
            setFormat(value === 'fhir' ? 'fhir' : 'synthea-csv');
            setSource(null);
          }}
        />
        <SourceChooser key={format} format={format} source={source} onChoose={setSource} />
        {start.error && <ProblemNotice problem={problemOf(start.error)} />}
        <Group>
          <Button variant="default" disabled={!source || start.isPending} onClick={() => start.mutate(true)}>
            {t('page.dryRun')}
          </Button>
          <Button disabled={!source || start.isPending} onClick={() => start.mutate(false)}>
            {t('page.start')}
          </Button>
        </Group>
        <p className={classes.hint}>{t('page.dryRunHint')}</p>
      </section>
      <DemoForm onStarted={(jobId) => onStarted(jobId, null)} />
    </div>
  );
}

interface SourceChooserProps {
  format: ImportFormat;
  source: Source | null;
  onChoose: (source: Source) => void;
}

/** Asks by the system's dialog; where there is none, by a typed path. */
function SourceChooser({ format, source, onChoose }: SourceChooserProps) {
  const { t } = useTranslation('imports');
  const [typing, setTyping] = useState(false);
  const [path, setPath] = useState('');
  const choose = useMutation({
    mutationFn: (what: 'folder' | 'file') => client.imports.choose({ format, what }),
    onSuccess: ({ available, source: chosen }) => {
      setTyping(!available);
      if (chosen) onChoose(chosen);
    },
  });
  const choosePath = useMutation({
    mutationFn: () => client.imports.chooseByPath({ path: path.trim() }),
    onSuccess: onChoose,
  });
  const wrongPath = choosePath.error ? serverErrors(choosePath.error, '').path : undefined;
  const error = wrongPath ? null : (choosePath.error ?? choose.error);
  return (
    <div className={classes.source}>
      <Group>
        <Button
          variant="default"
          leftSection={<IconFolder size={18} aria-hidden="true" />}
          onClick={() => choose.mutate('folder')}
        >
          {t('page.folder')}
        </Button>
        {format === 'fhir' && (
          <Button
            variant="default"
            leftSection={<IconFile size={18} aria-hidden="true" />}
            onClick={() => choose.mutate('file')}
          >
            {t('page.file')}
          </Button>
        )}
        <span role="status" className={classes.chosen} dir="auto">
          {source ? t('page.chosen', { name: source.name }) : ''}
        </span>
      </Group>
      {typing && (
        <form
          className={classes.path}
          onSubmit={(event) => {
            event.preventDefault();
            choosePath.mutate();
          }}
        >
          <TextInput
            label={t('page.path')}
            description={t('page.pathHint')}
            value={path}
            onChange={(event) => {
              setPath(event.currentTarget.value);
              choosePath.reset();
            }}
            error={wrongPath}
            spellCheck={false}
            autoFocus
          />
          <Button type="submit" variant="default" disabled={path.trim() === ''} loading={choosePath.isPending}>
            {t('page.usePath')}
          </Button>
        </form>
      )}
      {error && <ProblemNotice problem={problemOf(error)} />}
    </div>
  );
}
