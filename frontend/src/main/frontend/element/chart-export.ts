import type { ChartSpec } from './chart-spec';

/** A file name from a chart's title. */
export function fileName(title: string, extension: string): string {
  const stem =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'chart';
  return `${stem}.${extension}`;
}

/** Offers bytes as a download. */
export function download(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The bytes of a `data:` address, without a request that the content security policy would refuse. */
export function dataUrlBlob(url: string): Blob {
  const [head, body] = url.split(',', 2);
  const bytes = Uint8Array.from(atob(body), (char) => char.charCodeAt(0));
  return new Blob([bytes], { type: head.slice(5, head.indexOf(';')) });
}

/** The chart's numbers as rows: the first row names the columns. */
export function chartRows(spec: ChartSpec): (string | number)[][] {
  if (spec.kind === 'heatmap') {
    const points = spec.series.flatMap((series) => series.points);
    return [
      [spec.y.title, spec.x.title, spec.series[0]?.name ?? 'value', 'n'],
      ...points.map((point) => [
        spec.y.labels?.[point.row ?? 0] ?? '',
        spec.x.labels?.[point.x] ?? '',
        point.y ?? '',
        point.n ?? '',
      ]),
    ];
  }
  const xs = [...new Set(spec.series.flatMap((series) => series.points.map((point) => point.x)))].sort((a, b) => a - b);
  const byX = spec.series.map((series) => new Map(series.points.map((point) => [point.x, point])));
  const withN = spec.series.some((series) => series.points.some((point) => point.n !== undefined && point.n !== null));
  const head = [spec.kind === 'time' ? `${spec.x.title} (UTC)` : spec.x.title];
  for (const series of spec.series) {
    head.push(series.name, ...(withN ? [`${series.name} n`] : []));
  }
  return [
    head,
    ...xs.map((x) => [
      spec.kind === 'time' ? new Date(x).toISOString() : (spec.x.labels?.[x] ?? x),
      ...byX.flatMap((points) => [points.get(x)?.y ?? '', ...(withN ? [points.get(x)?.n ?? ''] : [])]),
    ]),
  ];
}

/** Rows as CSV. A text that a spreadsheet would run as a formula gets a leading apostrophe. */
export function csv(rows: (string | number)[][]): string {
  const cell = (value: string | number) => {
    const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
