import '@mantine/charts/styles.layer.css';
import '@mantine/core/styles/ColorSwatch.layer.css';
import { BarChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import type { Figures } from '#contract/insight/dashboard.ts';
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
      gridAxis="x"
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
      yAxisProps={{ width: 164, tickFormatter: (name: string) => (name.length > 20 ? `${name.slice(0, 19)}…` : name) }}
      maxBarWidth={18}
    />
  );
}

/** The next number that is easy to read along an axis, and to halve: 137 → 140, 2,310 → 2,400. */
function roundUp(value: number): number {
  const step = Math.max(2, 10 ** Math.floor(Math.log10(value)) / 5);
  return Math.ceil(value / step) * step;
}

interface Band {
  name: string;
  female: number;
  male: number;
}

/** The age pyramid: women to the left, men to the right, the oldest on top. */
export function AgePyramid({ bands }: { bands: Band[] }) {
  const { t } = useTranslation('dashboard');
  const widest = roundUp(Math.max(...bands.map(({ female, male }) => Math.max(female, male)), 2));
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
      xAxisProps={{
        domain: [-widest, widest],
        ticks: [-widest, -widest / 2, 0, widest / 2, widest],
        tickFormatter: (value: number) => formatNumber(Math.abs(value)),
      }}
      yAxisProps={{ width: 56, interval: 1 }}
      barChartProps={{ ...common.barChartProps, stackOffset: 'sign', barCategoryGap: 1 }}
    />
  );
}
