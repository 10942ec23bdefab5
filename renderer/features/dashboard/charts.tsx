import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import type { Figures } from '#contract/dashboard.ts';
import { formatNumber } from '#renderer/app/dates.ts';
import { locale } from '#renderer/app/locale.ts';

/** The charts themselves: a chunk of their own, since their library is large. */

const HEIGHT = 260;
const ACCENT = 'var(--cd-accent)';
const SECOND = 'var(--cd-line-strong)';
const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });

const common = {
  h: HEIGHT,
  gridAxis: 'none',
  tickLine: 'none',
  valueFormatter: (value: number) => formatNumber(Math.abs(value)),
  barProps: { isAnimationActive: false, radius: 2 },
  // What can be read out stands in the table; a chart is one picture.
  barChartProps: { accessibilityLayer: false },
  tooltipAnimationDuration: 0,
  role: 'img',
} as const;

/** New patients week by week. */
export function Weeks({ weeks }: { weeks: NonNullable<Figures['registrations']> }) {
  const { t } = useTranslation('dashboard');
  return (
    <BarChart
      {...common}
      aria-label={t('chart.registrationsText')}
      data={weeks.map(({ week, patients }) => ({ week: shortDay.format(new Date(`${week}T00:00:00Z`)), patients }))}
      dataKey="week"
      gridAxis="y"
      series={[{ name: 'patients', label: t('chart.patients'), color: ACCENT }]}
      yAxisProps={{ allowDecimals: false, width: 48 }}
      xAxisProps={{ interval: 'preserveStartEnd', minTickGap: 24 }}
    />
  );
}

/** Named bars, the longest first. */
export function Bars({ bars }: { bars: Array<{ name: string; patients: number }> }) {
  const { t } = useTranslation('dashboard');
  return (
    <BarChart
      {...common}
      aria-label={t('chart.perDoctorText')}
      h={Math.max(HEIGHT, bars.length * 26)}
      orientation="vertical"
      data={bars}
      dataKey="name"
      series={[{ name: 'patients', label: t('chart.patients'), color: ACCENT }]}
      withXAxis={false}
      withBarValueLabel
      valueLabelProps={{ position: 'right', fontSize: 12 }}
      barChartProps={{ ...common.barChartProps, margin: { right: 56 } }}
      yAxisProps={{ width: 150, tickFormatter: (name: string) => (name.length > 22 ? `${name.slice(0, 21)}…` : name) }}
      maxBarWidth={18}
    />
  );
}

interface Band {
  name: string;
  female: number;
  male: number;
}

/** The age pyramid: women to the left, men to the right, the oldest on top. */
export function AgePyramid({ bands }: { bands: Band[] }) {
  const { t } = useTranslation('dashboard');
  const widest = Math.max(...bands.map(({ female, male }) => Math.max(female, male)), 1);
  return (
    <BarChart
      {...common}
      aria-label={t('chart.agesText')}
      h={340}
      orientation="vertical"
      type="stacked"
      data={bands.map(({ name, female, male }) => ({ name, female: -female, male })).toReversed()}
      dataKey="name"
      withLegend
      series={[
        { name: 'female', label: t('chart.female'), color: ACCENT },
        { name: 'male', label: t('chart.male'), color: SECOND },
      ]}
      xAxisProps={{ domain: [-widest, widest], tickFormatter: (value: number) => formatNumber(Math.abs(value)) }}
      yAxisProps={{ width: 56, interval: 1 }}
      barChartProps={{ ...common.barChartProps, stackOffset: 'sign', barCategoryGap: 1 }}
    />
  );
}
