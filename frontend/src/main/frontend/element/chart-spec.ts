/** What a chart shows, as the server describes it. Times are milliseconds since 1970 UTC. */
export interface ChartSpec {
  kind: 'time' | 'bars' | 'heatmap';
  title: string;
  subtitle?: string;
  x: AxisSpec;
  y: AxisSpec;
  series: SeriesSpec[];
  lines?: LineSpec[];
  marks?: MarkSpec[];
  /** Only for heat maps: limits between the colours of the status scale. */
  bands?: number[];
  empty?: string;
  /** Start and end of the shown window, so that charts of a page share their time axis. */
  window?: [number, number];
}

export interface AxisSpec {
  title: string;
  unit?: string;
  labels?: string[];
  format?: 'count' | 'ratio' | 'number';
  min?: number;
  max?: number;
}

export interface SeriesSpec {
  name: string;
  role?: 'reference' | 'current' | 'series' | 'muted';
  type: 'line' | 'bar' | 'step';
  stack?: boolean;
  points: PointSpec[];
}

export interface PointSpec {
  /** Time, or index of a label. */
  x: number;
  /** Absent where there is no value. */
  y?: number | null;
  /** Rows behind the value. */
  n?: number;
  /** End of the window of this point. */
  end?: number;
  /** Row of a heat map. */
  row?: number;
  status?: string;
}

export interface LineSpec {
  value: number;
  label: string;
  kind: 'warning' | 'critical' | 'baseline';
}

export interface MarkSpec {
  at: number;
  label: string;
}

const count = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const tick = new Intl.NumberFormat('en', { maximumFractionDigits: 4 });
const significant = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

/** A value as people read it, with its unit. */
export function formatValue(value: number | null | undefined, axis: AxisSpec): string {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return '—';
  }
  if (axis.format === 'ratio') {
    return percent.format(value);
  }
  const text = axis.format === 'count' ? count.format(value) : significant.format(value);
  return axis.unit ? `${text} ${axis.unit}` : text;
}

/** A value on an axis, where space is short and the unit is in the title. */
export function formatTick(value: number, axis: AxisSpec): string {
  if (axis.format === 'ratio') {
    return percent.format(value);
  }
  return axis.format === 'count' || Math.abs(value) >= 10_000 ? compact.format(value) : tick.format(value);
}

export function formatCount(value: number): string {
  return count.format(value);
}
