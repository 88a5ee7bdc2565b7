import { formatCount, formatValue, type ChartSpec, type PointSpec } from './chart-spec';
import { seriesColor } from './chart-option';
import type { ChartColors } from './chart-colors';
import { formatInstant } from './tw-time';

/**
 * The content of a tooltip: window, then one line a series with its value and n. Built from nodes with text, never from
 * markup, since names come from people.
 */
export function tooltipContent(
  spec: ChartSpec,
  colors: ChartColors,
  hidden: ReadonlySet<string>,
  x: number,
): HTMLElement | null {
  const rows: [string, string, PointSpec][] = [];
  for (const series of spec.series) {
    const point = hidden.has(series.name) ? undefined : pointAt(spec, series.points, x);
    if (point) {
      rows.push([series.name, seriesColor(spec, series, colors), point]);
    }
  }
  if (rows.length === 0) {
    return null;
  }
  const content = document.createElement('div');
  content.append(text('div', 'when', heading(spec, rows[0][2])));
  for (const [name, color, point] of rows) {
    const row = document.createElement('div');
    row.className = 'row';
    const dot = document.createElement('i');
    dot.style.background = color;
    row.append(dot, text('span', 'name', name), text('span', 'value', formatValue(point.y, spec.y)));
    if (point.n !== undefined && point.n !== null) {
      row.append(text('span', 'n', `n ${formatCount(point.n)}`));
    }
    content.append(row);
  }
  return content;
}

/** The tooltip of one cell of a heat map. */
export function cellContent(spec: ChartSpec, column: number, row: number): HTMLElement | null {
  const point = spec.series[0]?.points.find((candidate) => candidate.x === column && (candidate.row ?? 0) === row);
  if (!point) {
    return null;
  }
  const content = document.createElement('div');
  content.append(text('div', 'when', `${spec.y.labels?.[row] ?? ''} · ${spec.x.labels?.[column] ?? ''}`));
  const line = document.createElement('div');
  line.className = 'row';
  line.append(text('span', 'name', spec.series[0].name), text('span', 'value', formatValue(point.y, spec.y)));
  if (point.n !== undefined && point.n !== null) {
    line.append(text('span', 'n', `n ${formatCount(point.n)}`));
  }
  content.append(line);
  if (point.status && point.status !== 'ok') {
    content.append(
      text('div', 'when', point.status === 'not-enough-data' ? 'too few predictions to tell' : point.status),
    );
  }
  return content;
}

/** The point whose window holds a time; for points without windows the nearest one. */
export function pointAt(spec: ChartSpec, points: PointSpec[], x: number): PointSpec | undefined {
  if (spec.kind !== 'time') {
    return points.find((point) => point.x === x);
  }
  // A value of a window says nothing outside of it.
  if (points.some((point) => point.end !== undefined)) {
    return points.find((point) => point.end !== undefined && point.x <= x && x < point.end);
  }
  let best: PointSpec | undefined;
  for (const point of points) {
    if (!best || Math.abs(point.x - x) < Math.abs(best.x - x)) {
      best = point;
    }
  }
  return best;
}

function heading(spec: ChartSpec, point: PointSpec): string {
  if (spec.kind !== 'time') {
    const label = spec.x.labels?.[point.x] ?? '';
    return spec.x.unit ? `${label} ${spec.x.unit}` : label;
  }
  const start = formatInstant(new Date(point.x), 'datetime');
  return point.end === undefined || point.end === null
    ? start
    : `${start} – ${formatInstant(new Date(point.end), 'datetime')}`;
}

function text(tag: string, className: string, content: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = content;
  return element;
}
