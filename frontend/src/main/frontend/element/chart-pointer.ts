import type { EChartsType } from 'echarts/core';

const CROSSHAIR = 'tw-crosshair';
/** A shorter drag is a click with an unsteady hand. */
const SHORTEST_BRUSH = 8;

interface Crosshair {
  source: EventTarget;
  at: number | null;
}

/**
 * What the pointer does on a time chart: a crosshair that all time charts of the page share, and a brush that selects a
 * new time range.
 */
export class ChartPointer {
  private brushFrom: number | null = null;
  private readonly line = overlay('crosshair');
  private readonly brush = overlay('brush');
  private readonly onShared = (event: Event) => this.showShared((event as CustomEvent<Crosshair>).detail);

  constructor(
    private readonly plot: HTMLElement,
    private readonly chart: EChartsType,
    private readonly onHover: (time: number | null, x: number, y: number) => void,
    private readonly onBrush: (from: number, to: number) => void,
  ) {
    plot.append(this.line, this.brush);
    plot.addEventListener('pointermove', this.move);
    plot.addEventListener('pointerleave', this.leave);
    plot.addEventListener('pointerdown', this.down);
    plot.addEventListener('pointerup', this.up);
    window.addEventListener(CROSSHAIR, this.onShared);
  }

  dispose(): void {
    this.line.remove();
    this.brush.remove();
    this.plot.removeEventListener('pointermove', this.move);
    this.plot.removeEventListener('pointerleave', this.leave);
    this.plot.removeEventListener('pointerdown', this.down);
    this.plot.removeEventListener('pointerup', this.up);
    window.removeEventListener(CROSSHAIR, this.onShared);
  }

  private readonly move = (event: PointerEvent) => {
    const [x, y] = this.position(event);
    if (this.brushFrom !== null) {
      place(this.brush, Math.min(this.brushFrom, x), Math.abs(x - this.brushFrom));
    }
    const inside = this.chart.containPixel('grid', [x, y]);
    const time = inside ? this.timeAt(x) : null;
    this.onHover(this.brushFrom === null ? time : null, x, y);
    if (time === null) {
      place(this.line, null);
    } else {
      place(this.line, x);
    }
    share({ source: this.plot, at: time });
  };

  private readonly leave = () => {
    this.onHover(null, 0, 0);
    place(this.line, null);
    share({ source: this.plot, at: null });
  };

  private readonly down = (event: PointerEvent) => {
    const [x, y] = this.position(event);
    if (event.button === 0 && event.pointerType !== 'touch' && this.chart.containPixel('grid', [x, y])) {
      this.brushFrom = x;
      this.plot.setPointerCapture(event.pointerId);
    }
  };

  private readonly up = (event: PointerEvent) => {
    const from = this.brushFrom;
    this.brushFrom = null;
    place(this.brush, null);
    if (from === null) {
      return;
    }
    const [to] = this.position(event);
    if (Math.abs(to - from) >= SHORTEST_BRUSH) {
      this.onBrush(this.timeAt(Math.min(from, to)), this.timeAt(Math.max(from, to)));
    }
  };

  private showShared(crosshair: Crosshair): void {
    if (crosshair.source === this.plot) {
      return;
    }
    place(
      this.line,
      crosshair.at === null ? null : (this.chart.convertToPixel({ xAxisIndex: 0 }, crosshair.at) as number),
    );
  }

  private timeAt(x: number): number {
    return Math.round(this.chart.convertFromPixel({ xAxisIndex: 0 }, x) as number);
  }

  private position(event: PointerEvent): [number, number] {
    const box = this.plot.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }
}

function overlay(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  element.hidden = true;
  return element;
}

function place(element: HTMLElement, x: number | null, width?: number): void {
  element.hidden = x === null || Number.isNaN(x);
  if (x !== null) {
    element.style.transform = `translateX(${Math.round(x)}px)`;
    if (width !== undefined) {
      element.style.width = `${Math.round(width)}px`;
    }
  }
}

function share(crosshair: Crosshair): void {
  window.dispatchEvent(new CustomEvent(CROSSHAIR, { detail: crosshair }));
}
