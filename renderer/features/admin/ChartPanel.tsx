import '@mantine/charts/styles.layer.css';
import { BarChart } from '@mantine/charts';
import { useQuery } from '@tanstack/react-query';
import type { AdminTable } from '#contract/admin/table.ts';
import { formatNumber } from '#renderer/app/dates.ts';
import { orpc } from '#renderer/client.ts';
import classes from './AdminList.module.css';
import type { AdminQuery } from './adminSearch.ts';
import { choiceWord, columnName, tableWords } from './words.ts';

const MOST_BARS = 12;

/** The rows that fit as bars, the longest first. */
export function ChartPanel({ table, query }: { table: AdminTable; query: AdminQuery }) {
  const { sort: _, ...asked } = query;
  const { data } = useQuery(orpc.admin.chart.queryOptions({ input: { ...asked, descending: false } }));
  if (!table.chart || !data || data.length === 0) return null;
  const { by, sum } = table.chart;
  const bars = data.slice(0, MOST_BARS).map(({ label, value }) => ({ label: choiceWord(by, label), value }));
  const said = bars.map(({ label, value }) => `${label}: ${formatNumber(value)}`).join(', ');
  return (
    <div role="img" className={classes.chart} aria-label={`${tableWords(table.name).title}: ${said}`}>
      <BarChart
        h={Math.max(120, bars.length * 30 + 30)}
        data={bars}
        dataKey="label"
        orientation="vertical"
        gridAxis="x"
        series={[{ name: 'value', label: columnName(table.name, sum), color: 'var(--cd-accent)' }]}
        valueFormatter={formatNumber}
        yAxisProps={{ width: 190, interval: 0 }}
        barProps={{ radius: 3, isAnimationActive: false, maxBarSize: 22 }}
        withTooltip
        barChartProps={{ accessibilityLayer: false }}
      />
    </div>
  );
}
