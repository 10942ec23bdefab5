import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '#contract/ground/fields.ts';
import { download } from '#renderer/app/download.ts';
import { showDone, showProblem } from '#renderer/app/notices.tsx';
import { client } from '#renderer/client.ts';
import type { AdminQuery } from './adminSearch.ts';
import { bytesWords } from './bytes.ts';

/** Writes the list as it is filtered into a CSV file, telling how far it is when that takes longer. */
export function ExportButton({ query }: { query: AdminQuery }) {
  const { t } = useTranslation('admin');
  const [written, setWritten] = useState<number | null>(null);
  const write = async () => {
    const pieces = await client.admin.exportCsv(query);
    let text = '';
    for await (const piece of pieces) {
      text += piece;
      setWritten(text.length);
    }
    download(`${query.table}-${today()}.csv`, 'text/csv;charset=utf-8', text);
    showDone(t('list.exported'));
  };
  const start = () => {
    setWritten(0);
    void write()
      .catch(showProblem)
      .finally(() => setWritten(null));
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={18} aria-hidden="true" />}
      onClick={start}
      disabled={written !== null}
    >
      {written ? t('list.exporting', { size: bytesWords(written) }) : t('list.export')}
    </Button>
  );
}
