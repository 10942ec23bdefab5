import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { fullName } from '#contract/ground/names.ts';
import type { Figures } from '#contract/insight/dashboard.ts';
import { formatDate } from '#renderer/app/dates.ts';
import { ChartCard } from './ChartCard.tsx';
import classes from './dashboard.module.css';

const AgePyramid = lazy(() => import('./charts.tsx').then(({ AgePyramid: chart }) => ({ default: chart })));
const Bars = lazy(() => import('./charts.tsx').then(({ Bars: chart }) => ({ default: chart })));
const Weeks = lazy(() => import('./charts.tsx').then(({ Weeks: chart }) => ({ default: chart })));

const placeholder = <Skeleton height={260} />;

/** The charts this user may see; each can be read as a table. */
export function FigureCharts({ figures: { registrations, perDoctor, ages } }: { figures: Figures }) {
  return (
    <>
      {registrations && <Registrations weeks={registrations} />}
      {perDoctor && <PerDoctor {...perDoctor} />}
      {ages && <Ages bands={ages} />}
    </>
  );
}

function Registrations({ weeks }: { weeks: NonNullable<Figures['registrations']> }) {
  const { t } = useTranslation('dashboard');
  return (
    <ChartCard
      title={t('chart.registrations')}
      text={t('chart.registrationsText')}
      columns={[t('chart.week'), t('chart.patients')]}
      rows={weeks.map(({ week, patients }) => ({ key: week, cells: [formatDate(week), patients] })).toReversed()}
      isEmpty={weeks.every(({ patients }) => patients === 0)}
    >
      <Suspense fallback={placeholder}>
        <Weeks weeks={weeks} />
      </Suspense>
    </ChartCard>
  );
}

function PerDoctor({ rows, others, nobody }: NonNullable<Figures['perDoctor']>) {
  const { t } = useTranslation('dashboard');
  const bars = [
    ...rows.map((row) => ({ key: String(row.id), name: fullName(row), patients: row.patients })),
    ...(others > 0 ? [{ key: 'others', name: t('chart.others'), patients: others }] : []),
    ...(nobody > 0 ? [{ key: 'nobody', name: t('chart.nobody'), patients: nobody }] : []),
  ];
  return (
    <ChartCard
      title={t('chart.perDoctor')}
      text={t('chart.perDoctorText')}
      columns={[t('chart.doctor'), t('chart.patients')]}
      rows={bars.map(({ key, name, patients }) => ({ key, cells: [name, patients] }))}
      isEmpty={bars.length === 0}
    >
      <Suspense fallback={placeholder}>
        <Bars bars={bars} />
      </Suspense>
    </ChartCard>
  );
}

function Ages({ bands }: { bands: NonNullable<Figures['ages']> }) {
  const { t } = useTranslation('dashboard');
  const nameOf = (from: number) => (from >= 100 ? t('chart.andOlder', { from }) : `${from}–${from + 4}`);
  const named = bands.map((band) => ({ ...band, name: nameOf(band.from) }));
  const others = bands.reduce((sum, { other }) => sum + other, 0);
  return (
    <ChartCard
      title={t('chart.ages')}
      text={t('chart.agesText')}
      columns={[t('chart.age'), t('chart.female'), t('chart.male'), t('chart.other')]}
      rows={named.map(({ name, female, male, other }) => ({ key: name, cells: [name, female, male, other] }))}
      isEmpty={bands.every(({ female, male, other }) => female + male + other === 0)}
    >
      <Suspense fallback={placeholder}>
        <AgePyramid bands={named} />
      </Suspense>
      {others > 0 && <p className={classes.hint}>{t('chart.unshown', { count: others })}</p>}
    </ChartCard>
  );
}
