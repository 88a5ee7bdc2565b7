import type { EChartsType } from 'echarts/core';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { readColors, type ChartColors } from './chart-colors';
import { chartRows, csv, dataUrlBlob, download, fileName } from './chart-export';
import { HEAT_CLASSES, chartOption, seriesColor } from './chart-option';
import { ChartPointer } from './chart-pointer';
import { chartStyles } from './chart-styles';
import type { ChartSpec } from './chart-spec';
import { chartTable } from './chart-table';
import { cellContent, tooltipContent } from './chart-tooltip';
import './tw-icon';

/**
 * `<tw-chart>` with property `spec`: title, axes with units, legend, tooltip with n and window, thresholds, marks, brush,
 * shared crosshair, PNG and CSV export and a table view. Draws once it has a size, and again when its size, its data or the
 * theme changes. Fires `tw-range` with `from` and `to` when a range is brushed, `tw-pick` with `row` and `column` when a
 * cell of a heat map is chosen.
 */
export class TwChart extends LitElement {
  static properties = {
    spec: { attribute: false },
    asTable: { state: true },
    hiddenSeries: { state: true },
    heightPx: { type: Number },
  };
  static styles = chartStyles;

  declare spec: ChartSpec | undefined;
  declare heightPx: number | undefined;
  declare asTable: boolean;
  declare hiddenSeries: Set<string>;

  private chart: EChartsType | undefined;
  private pointer: ChartPointer | undefined;
  private colors: ChartColors | undefined;
  private drawn: ChartSpec | undefined;
  private readonly sizes = new ResizeObserver(() => this.sizeChanged());
  private readonly scheme = window.matchMedia('(prefers-color-scheme: dark)');
  private readonly onTheme = () => this.draw();

  constructor() {
    super();
    this.asTable = false;
    this.hiddenSeries = new Set();
  }

  connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('tw-theme', this.onTheme);
    window.addEventListener('tw-zone', this.onTheme);
    this.scheme.addEventListener('change', this.onTheme);
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    window.removeEventListener('tw-theme', this.onTheme);
    window.removeEventListener('tw-zone', this.onTheme);
    this.scheme.removeEventListener('change', this.onTheme);
    this.release();
    super.disconnectedCallback();
  }

  /** What is on the screen now, for tests: the series as drawn, or undefined before the first drawing. */
  get renderedData(): object | undefined {
    if (!this.chart || !this.drawn) {
      return undefined;
    }
    const option = this.chart.getOption() as { series?: { name: string; type: string; data: unknown[] }[] };
    return {
      title: this.drawn.title,
      kind: this.drawn.kind,
      labels: this.drawn.x.labels ?? null,
      rows: this.drawn.y.labels ?? null,
      width: this.chart.getWidth(),
      height: this.chart.getHeight(),
      series: (option.series ?? []).map((series) => ({
        name: series.name,
        type: series.type,
        data: series.data,
        points: this.drawn?.series.find((described) => described.name === series.name)?.points ?? [],
      })),
      lines: this.drawn.lines ?? [],
      marks: this.drawn.marks ?? [],
    };
  }

  render(): TemplateResult {
    const spec = this.spec;
    if (!spec) {
      return html``;
    }
    const empty = this.isEmpty(spec);
    return html`<figure>
      <header>
        <div class="heading">
          <figcaption>${spec.title}</figcaption>
          ${spec.subtitle ? html`<p>${spec.subtitle}</p>` : nothing}
        </div>
        ${empty ? nothing : this.toolbar(spec)}
      </header>
      ${empty ? html`<div class="empty" style="min-height:${this.plotHeight(spec) / 2}px">${spec.empty ?? 'Nothing in this time range.'}</div>` : nothing}
      ${!empty && this.asTable ? chartTable(spec) : nothing}
      <div class="frame" ?hidden=${empty || this.asTable}>
        ${this.legend(spec)}
        <div id="plot" role="img" aria-label=${this.summary(spec)} style="height:${this.plotHeight(spec)}px"></div>
        <div id="tip" role="presentation" hidden></div>
      </div>
    </figure>`;
  }

  protected updated(changed: PropertyValues): void {
    if (changed.has('spec') || changed.has('asTable') || changed.has('hiddenSeries') || !this.chart) {
      this.sizes.disconnect();
      if (this.plot) {
        this.sizes.observe(this.plot);
      }
      this.draw();
    }
  }

  private toolbar(spec: ChartSpec): TemplateResult {
    return html`<div class="tools" role="toolbar" aria-label="Chart: ${spec.title}">
      <button
        type="button"
        title=${this.asTable ? 'Show as chart' : 'Show as table'}
        aria-pressed=${this.asTable}
        @click=${() => (this.asTable = !this.asTable)}
      >
        <tw-icon name=${this.asTable ? 'chart' : 'table'}></tw-icon>
      </button>
      <button type="button" title="Download as PNG" ?hidden=${this.asTable} @click=${this.savePng}>
        <tw-icon name="image"></tw-icon>
      </button>
      <button type="button" title="Download as CSV" @click=${this.saveCsv}><tw-icon name="download"></tw-icon></button>
    </div>`;
  }

  private legend(spec: ChartSpec): TemplateResult | typeof nothing {
    if (spec.kind === 'heatmap') {
      return html`<div class="legend">
        ${HEAT_CLASSES.map((name, i) => html`<span><i style="background:var(--tw-heat-${i})"></i>${name}</span>`)}
      </div>`;
    }
    if (spec.series.length < 2) {
      return nothing;
    }
    this.colors ??= readColors(this);
    const colors = this.colors;
    return html`<div class="legend">
      ${spec.series.map(
        (series) =>
          html` <button
            type="button"
            aria-pressed=${!this.hiddenSeries.has(series.name)}
            @click=${() => this.toggle(series.name)}
          >
            <i style="background:${seriesColor(spec, series, colors)}"></i>${series.name}
          </button>`,
      )}
    </div>`;
  }

  private summary(spec: ChartSpec): string {
    const names = spec.series.map((series) => series.name).join(', ');
    return `${spec.title}. ${spec.y.title} by ${spec.x.title}. Series: ${names}. The table button shows the numbers.`;
  }

  private isEmpty(spec: ChartSpec): boolean {
    return spec.series.every((series) => series.points.every((point) => point.y === null || point.y === undefined));
  }

  private plotHeight(spec: ChartSpec): number {
    return spec.kind === 'heatmap' ? Math.max(96, (spec.y.labels?.length ?? 1) * 26 + 44) : (this.heightPx ?? 220);
  }

  private get plot(): HTMLElement | null {
    return this.renderRoot.querySelector('#plot');
  }

  private toggle(name: string): void {
    const next = new Set(this.hiddenSeries);
    if (!next.delete(name)) {
      next.add(name);
    }
    this.hiddenSeries = next;
  }

  private sizeChanged(): void {
    if (this.chart && this.plot && this.plot.clientWidth > 0) {
      this.chart.resize();
    } else {
      this.draw();
    }
  }

  private async draw(): Promise<void> {
    const spec = this.spec;
    const plot = this.plot;
    if (!spec || !plot || !this.isConnected || plot.clientWidth === 0 || plot.clientHeight === 0) {
      return;
    }
    const { createChart } = await import('./chart-engine');
    if (!this.isConnected || spec !== this.spec || plot.clientWidth === 0) {
      return;
    }
    this.colors = readColors(this);
    if (!this.chart) {
      this.chart = createChart(plot);
      this.listen(plot, this.chart);
    }
    this.chart.resize();
    this.chart.setOption(chartOption(spec, this.colors, this.hiddenSeries), { notMerge: true });
    this.drawn = spec;
  }

  private listen(plot: HTMLElement, chart: EChartsType): void {
    if (this.spec?.kind === 'time') {
      this.pointer = new ChartPointer(
        plot,
        chart,
        (time, x, y) => this.showTip(time, x, y),
        (from, to) =>
          this.dispatchEvent(new CustomEvent('tw-range', { detail: { from, to }, bubbles: true, composed: true })),
      );
      return;
    }
    chart.on('mousemove', (event) =>
      this.showItem(event as unknown as { data: number[]; event: { offsetX: number; offsetY: number } }),
    );
    chart.on('globalout', () => this.showTip(null, 0, 0));
    chart.on('click', (event) => {
      const data = (event as unknown as { data: number[] }).data;
      if (this.spec?.kind === 'heatmap') {
        this.dispatchEvent(new CustomEvent('tw-pick', { detail: { column: data[0], row: data[1] } }));
      }
    });
  }

  private showItem(event: { data: number[]; event: { offsetX: number; offsetY: number } }): void {
    const spec = this.spec;
    if (!spec || !Array.isArray(event.data)) {
      return;
    }
    const content =
      spec.kind === 'heatmap'
        ? cellContent(spec, event.data[0], event.data[1])
        : tooltipContent(spec, this.colors ?? readColors(this), this.hiddenSeries, event.data[0]);
    this.placeTip(content, event.event.offsetX, event.event.offsetY);
  }

  private showTip(time: number | null, x: number, y: number): void {
    const spec = this.spec;
    this.placeTip(
      time === null || !spec ? null : tooltipContent(spec, this.colors ?? readColors(this), this.hiddenSeries, time),
      x,
      y,
    );
  }

  private placeTip(content: HTMLElement | null, x: number, y: number): void {
    const tip = this.renderRoot.querySelector<HTMLElement>('#tip');
    if (!tip || !this.plot) {
      return;
    }
    tip.hidden = content === null;
    if (content === null) {
      return;
    }
    tip.replaceChildren(content);
    const left = x + 16 + tip.offsetWidth > this.plot.clientWidth ? x - 16 - tip.offsetWidth : x + 16;
    tip.style.transform = `translate(${Math.max(0, Math.round(left))}px, ${Math.round(y + this.plot.offsetTop - tip.offsetHeight / 2)}px)`;
  }

  private readonly savePng = () => {
    const spec = this.drawn;
    if (this.chart && spec && this.colors) {
      const url = this.chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: this.colors.surface });
      download(fileName(spec.title, 'png'), dataUrlBlob(url));
    }
  };

  private readonly saveCsv = () => {
    if (this.spec) {
      download(fileName(this.spec.title, 'csv'), new Blob([csv(chartRows(this.spec))], { type: 'text/csv' }));
    }
  };

  private release(): void {
    this.sizes.disconnect();
    this.pointer?.dispose();
    this.pointer = undefined;
    this.chart?.dispose();
    this.chart = undefined;
    this.drawn = undefined;
  }
}

customElements.define('tw-chart', TwChart);
