import type { EChartsCoreOption } from 'echarts/core';
import { formatTick, type ChartSpec, type PointSpec, type SeriesSpec } from './chart-spec';
import type { ChartColors } from './chart-colors';
import { isForeignZone, viewerZone } from './zone';

/** Ticks name the day with its month, and hours below that. */
const TIME_LABELS = {
  year: '{yyyy}',
  month: '{MMM} {yyyy}',
  day: '{d} {MMM}',
  hour: '{HH}:{mm}',
  minute: '{HH}:{mm}',
  second: '{HH}:{mm}:{ss}',
};

/** Turns a chart description into what ECharts draws. Pure: no element, no clock. */
export function chartOption(spec: ChartSpec, colors: ChartColors, hidden: ReadonlySet<string>): EChartsCoreOption {
  if (spec.kind === 'heatmap') {
    return heatmapOption(spec, colors);
  }
  const visible = spec.series.filter((series) => !hidden.has(series.name));
  return {
    ...common(colors),
    grid: { left: 8, right: 16, top: 26, bottom: 22, containLabel: true },
    xAxis: spec.kind === 'time' ? timeAxis(spec, colors) : categoryAxes(spec, colors),
    yAxis: valueAxis(spec, colors),
    series: visible.map((series, index) => seriesOption(spec, series, colors, index === 0)),
  };
}

/** The colour of each series by its role; free series take the palette in order. */
export function seriesColor(spec: ChartSpec, series: SeriesSpec, colors: ChartColors): string {
  if (series.role === 'reference') {
    return colors.reference;
  }
  if (series.role === 'muted') {
    return colors.muted;
  }
  if (series.role === 'current') {
    return colors.current;
  }
  const free = spec.series.filter((other) => !other.role || other.role === 'series');
  return colors.palette[Math.max(0, free.indexOf(series)) % colors.palette.length];
}

function common(colors: ChartColors): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: colors.font, fontSize: 12, color: colors.text },
    tooltip: { show: false, trigger: 'axis', axisPointer: { type: 'line', lineStyle: { color: colors.crosshair } } },
  };
}

function timeAxis(spec: ChartSpec, colors: ChartColors): object {
  const bounds = timeBounds(spec);
  return {
    type: 'time',
    min: bounds?.[0],
    max: bounds?.[1],
    splitNumber: 6,
    axisLine: { lineStyle: { color: colors.border } },
    axisTick: { lineStyle: { color: colors.border } },
    axisLabel: { color: colors.secondary, fontSize: 12, hideOverlap: true, formatter: timeLabels(bounds) },
    name: spec.x.title,
    nameLocation: 'middle',
    nameGap: 26,
    nameTextStyle: { color: colors.secondary, fontSize: 12 },
  };
}

/** The axis knows the browser's zone only; in another one every label is written out. */
function timeLabels(bounds: [number, number] | undefined): object | ((value: number) => string) {
  if (!isForeignZone()) {
    return TIME_LABELS;
  }
  const days = bounds ? (bounds[1] - bounds[0]) / 86_400_000 : 0;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: viewerZone(),
    day: 'numeric',
    month: 'short',
    ...(days > 20 ? {} : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  });
  return (value: number) => format.format(value);
}

/**
 * Bars of the two windows are drawn over each other, wide grey behind narrow accent. Each gets an axis of its own, since
 * ECharts puts bars of one axis side by side.
 */
function categoryAxes(spec: ChartSpec, colors: ChartColors): object[] {
  const axis = categoryAxis(spec, colors);
  return [axis, { ...axis, show: false }];
}

function categoryAxis(spec: ChartSpec, colors: ChartColors): object {
  return {
    type: 'category',
    data: spec.x.labels ?? [],
    axisLine: { lineStyle: { color: colors.border } },
    axisTick: { show: false },
    axisLabel: { color: colors.secondary, fontSize: 12, hideOverlap: true, formatter: shortened },
    name: spec.x.unit ? `${spec.x.title} (${spec.x.unit})` : spec.x.title,
    nameLocation: 'middle',
    nameGap: 26,
    nameTextStyle: { color: colors.secondary, fontSize: 12 },
  };
}

/** Labels come from people and may be long; the tooltip has them in full. */
function shortened(label: string): string {
  return label.length > 18 ? `${label.slice(0, 17)}…` : label;
}

function valueAxis(spec: ChartSpec, colors: ChartColors): object {
  const lines = (spec.lines ?? []).map((line) => line.value);
  return {
    type: 'value',
    min: spec.y.min,
    // A threshold must be in sight even when all values are far below it.
    max: spec.y.max ?? ((extent: { max: number }) => Math.max(extent.max * 1.05, ...lines.map((value) => value * 1.1))),
    splitNumber: 4,
    scale: spec.y.min === undefined,
    axisLabel: {
      color: colors.secondary,
      fontSize: 12,
      formatter: (value: number) => formatTick(value, spec.y),
      showMaxLabel: false,
    },
    splitLine: { lineStyle: { color: colors.grid } },
    name: spec.y.unit ? `${spec.y.title} (${spec.y.unit})` : spec.y.title,
    nameLocation: 'end',
    nameGap: 10,
    nameTextStyle: { color: colors.secondary, fontSize: 12, align: 'left', padding: [0, 0, 0, -36] },
  };
}

function seriesOption(spec: ChartSpec, series: SeriesSpec, colors: ChartColors, first: boolean): object {
  const color = seriesColor(spec, series, colors);
  const bar = series.type === 'bar';
  const few = series.points.length <= 40;
  return {
    id: series.name,
    name: series.name,
    type: bar ? 'bar' : 'line',
    step: series.type === 'step' ? 'end' : undefined,
    stack: series.stack ? 'total' : undefined,
    data: data(spec, series),
    symbol: 'circle',
    symbolSize: 5,
    showSymbol: few && !bar,
    connectNulls: false,
    xAxisIndex: spec.kind === 'bars' && series.role === 'current' ? 1 : 0,
    barWidth: spec.kind === 'bars' ? (series.role === 'reference' ? '78%' : '34%') : undefined,
    barMaxWidth: spec.kind === 'bars' ? undefined : 24,
    barMinHeight: series.stack ? 0 : 1,
    barGap: '8%',
    barCategoryGap: '22%',
    itemStyle: { color, borderRadius: bar && !series.stack ? [2, 2, 0, 0] : 0 },
    lineStyle: { color, width: 2, type: series.role === 'muted' ? 'dashed' : 'solid' },
    emphasis: { disabled: true },
    markLine: first ? markLines(spec, colors) : undefined,
  };
}

/** ECharts stacks by position in the data, so stacked series need a value, if zero, at every place. */
function data(spec: ChartSpec, series: SeriesSpec): unknown[] {
  if (!series.stack) {
    return series.points.map((point) => {
      const value = [place(point), point.y ?? null];
      return point.status === 'not-enough-data' ? { value, symbol: 'emptyCircle', symbolSize: 6 } : value;
    });
  }
  const places = new Set(spec.series.flatMap((other) => other.points.map(place)));
  const values = new Map(series.points.map((point) => [place(point), point.y ?? 0]));
  return [...places].sort((a, b) => a - b).map((x) => [x, values.get(x) ?? 0]);
}

/** A value of a window is drawn in its middle. */
function place(point: PointSpec): number {
  return point.end === undefined ? point.x : (point.x + point.end) / 2;
}

/** The chosen window, widened to whole intervals: the first and the last are rarely complete. */
function timeBounds(spec: ChartSpec): [number, number] | undefined {
  if (!spec.window) {
    return undefined;
  }
  const points = spec.series.flatMap((series) => series.points);
  return [
    Math.min(spec.window[0], ...points.map((point) => point.x)),
    Math.max(spec.window[1], ...points.map((point) => point.end ?? point.x)),
  ];
}

function markLines(spec: ChartSpec, colors: ChartColors): object | undefined {
  const limits = (spec.lines ?? []).map((line) => ({
    yAxis: line.value,
    label: {
      formatter: line.label,
      position: line.kind === 'warning' ? 'insideStartTop' : 'insideEndTop',
      color: lineColor(line.kind, colors),
      fontSize: 12,
      backgroundColor: colors.surface,
      padding: [0, 4],
    },
    lineStyle: { color: lineColor(line.kind, colors), type: line.kind === 'baseline' ? 'solid' : 'dashed', width: 1 },
  }));
  const marks = (spec.marks ?? []).map((mark) => ({
    xAxis: mark.at,
    label: {
      formatter: mark.label,
      position: 'insideEndTop',
      rotate: 0,
      align: 'left',
      color: colors.secondary,
      fontSize: 12,
    },
    lineStyle: { color: colors.secondary, type: 'dotted', width: 1 },
  }));
  const data = [...limits, ...marks];
  return data.length === 0 ? undefined : { symbol: 'none', silent: true, animation: false, data };
}

function lineColor(kind: string, colors: ChartColors): string {
  return kind === 'warning' ? colors.warning : kind === 'critical' ? colors.critical : colors.reference;
}

/** What a cell of a heat map says. Colour follows the verdict, not the bare number, which chance can make large. */
export const HEAT_CLASSES = ['can’t tell', 'stable', 'moved a little', 'warning', 'critical'];

function heatClass(spec: ChartSpec, point: PointSpec): number {
  if (point.status === 'critical') {
    return 4;
  }
  if (point.status === 'warning') {
    return 3;
  }
  if (point.status !== 'ok' || point.y === null || point.y === undefined) {
    return 0;
  }
  return point.y >= (spec.bands?.[0] ?? 0.05) ? 2 : 1;
}

function heatmapOption(spec: ChartSpec, colors: ChartColors): EChartsCoreOption {
  const rows = spec.y.labels ?? [];
  return {
    ...common(colors),
    grid: { left: 8, right: 16, top: 8, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: spec.x.labels ?? [],
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: colors.secondary, fontSize: 12, hideOverlap: true },
    },
    yAxis: {
      type: 'category',
      data: rows,
      inverse: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: colors.text, fontSize: 12, width: 150, overflow: 'truncate', interval: 0 },
    },
    visualMap: {
      type: 'piecewise',
      show: false,
      dimension: 2,
      pieces: HEAT_CLASSES.map((_, index) => ({ value: index, color: colors.heat[index] })),
    },
    series: spec.series.map((series) => ({
      id: series.name,
      name: series.name,
      type: 'heatmap',
      data: series.points.map((point) => [point.x, point.row ?? 0, heatClass(spec, point), point.y ?? null]),
      itemStyle: { borderColor: colors.surface, borderWidth: 1.5, borderRadius: 3 },
      emphasis: { itemStyle: { borderColor: colors.text } },
    })),
  };
}
