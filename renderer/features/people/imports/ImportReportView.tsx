import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#contract/people/imports.ts';
import { formatNumber } from '#renderer/app/dates.ts';
import { download } from '#renderer/app/download.ts';
import classes from './imports.module.css';
import { reportAsCsv } from './reportAsCsv.ts';

const counts = ['created', 'updated', 'skipped', 'refused'] as const;
const MOST_SHOWN = 200;

/** How many came in, and which rows did not and why. */
export function ImportReportView({ report }: { report: ImportReport }) {
  const { t } = useTranslation('imports');
  return (
    <section className={classes.card} aria-labelledby="import-report">
      <div className={classes.reportHead}>
        <h2 id="import-report" className={classes.title}>
          {t('page.report')}
        </h2>
        <Download report={report} />
      </div>
      <table className={classes.table}>
        <thead className={classes.columns}>
          <tr>
            <td />
            {counts.map((count) => (
              <th key={count} scope="col">
                {t(`page.count.${count}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['patients', 'practitioners'] as const).map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`page.kind.${kind}`)}</th>
              {counts.map((count) => (
                <td key={count}>{formatNumber(report[kind][count])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {report.problems.length > 0 && <Problems report={report} />}
    </section>
  );
}

function Download({ report }: { report: ImportReport }) {
  const { t } = useTranslation('imports');
  const icon = <IconDownload size={16} aria-hidden="true" />;
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        size="compact-md"
        leftSection={icon}
        onClick={() => download('import-report.csv', 'text/csv', reportAsCsv(report))}
      >
        CSV
      </Button>
      <Button
        variant="default"
        size="compact-md"
        leftSection={icon}
        onClick={() => download('import-report.json', 'application/json', JSON.stringify(report, null, 2))}
      >
        JSON
      </Button>
      <span className="visually-hidden">{t('page.download')}</span>
    </div>
  );
}

function Problems({ report }: { report: ImportReport }) {
  const { t } = useTranslation('imports');
  const shown = report.problems.slice(0, MOST_SHOWN);
  return (
    <>
      <h3 className={classes.subtitle}>{t('page.problems', { count: report.problems.length })}</h3>
      <table className={classes.problems}>
        <thead className={classes.columns}>
          <tr>
            <th scope="col">{t('page.source')}</th>
            <th scope="col">{t('page.line')}</th>
            <th scope="col">{t('page.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ source, line, reason }) => (
            <tr key={`${source} ${line} ${reason}`}>
              <td>{source}</td>
              <td>{line ?? '–'}</td>
              <td dir="auto">{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.problems.length > shown.length && <p className={classes.hint}>{t('page.moreProblems')}</p>}
    </>
  );
}
