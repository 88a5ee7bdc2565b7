import { html, type TemplateResult } from 'lit';
import { chartRows } from './chart-export';
import { formatCount, formatValue, type ChartSpec } from './chart-spec';
import { formatInstant } from './tw-time';

/** The numbers of a chart as a table, for screen readers and for reading exact values. */
export function chartTable(spec: ChartSpec): TemplateResult {
  const [head, ...rows] = chartRows(spec);
  const cell = (value: string | number, column: number) => {
    if (typeof value === 'number') {
      return head[column].toString().endsWith(' n') || head[column] === 'n'
        ? formatCount(value)
        : formatValue(value, spec.y);
    }
    return column === 0 && spec.kind === 'time' ? formatInstant(new Date(value), 'datetime') : value;
  };
  return html`<div class="table" tabindex="0" role="region" aria-label="${spec.title}, as a table">
    <table>
      <thead>
        <tr>
          ${head.map((name, i) => html`<th scope="col" class=${i > 0 && spec.kind !== 'heatmap' ? 'num' : ''}>${spec.kind === 'time' ? String(name).replace(' (UTC)', '') : name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((value, i) => html`<td class=${typeof value === 'number' ? 'num' : ''}>${cell(value, i)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
