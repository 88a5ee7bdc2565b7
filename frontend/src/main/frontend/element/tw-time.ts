import { LitElement, css, html, type TemplateResult } from 'lit';

import { viewerZone } from './zone';

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];
const RECENT = 7 * 86_400_000;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  datetime: { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' },
  exact: { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' },
  date: { dateStyle: 'medium' },
};
const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow, so each is made once per zone. */
function format(style: string): Intl.DateTimeFormat {
  const zone = viewerZone();
  const key = `${style} ${zone}`;
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat('en-GB', { ...STYLES[style], timeZone: zone });
    formats.set(key, known);
  }
  return known;
}

/** An instant in words of the viewer's zone. */
export function formatInstant(instant: Date, mode: string, now: number = Date.now()): string {
  const age = instant.getTime() - now;
  if (mode === 'relative' && Math.abs(age) < RECENT) {
    for (const [unit, size] of STEPS) {
      if (Math.abs(age) >= size || unit === 'second') {
        return relative.format(Math.round(age / size), unit);
      }
    }
  }
  return format(mode in STYLES ? mode : 'datetime').format(instant);
}

/**
 * `<tw-time datetime="2026-01-01T00:00:00Z" mode="relative">`: an instant in the viewer's zone, with the UTC instant on
 * hover. Modes: relative (up to a week, then date and time), datetime, date, exact.
 */
export class TwTime extends LitElement {
  static properties = { datetime: { type: String }, mode: { type: String } };

  static styles = css`
    :host {
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }
  `;

  declare datetime: string | undefined;
  declare mode: string | undefined;
  private timer = 0;
  private readonly zoneChanged = (): void => this.requestUpdate();

  connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => this.requestUpdate(), 30_000);
    window.addEventListener('tw-zone', this.zoneChanged);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.timer);
    window.removeEventListener('tw-zone', this.zoneChanged);
    super.disconnectedCallback();
  }

  render(): TemplateResult {
    const instant = this.datetime ? new Date(this.datetime) : undefined;
    if (!instant || Number.isNaN(instant.getTime())) {
      return html`<span>—</span>`;
    }
    const utc = `${instant.toISOString().replace('T', ' ').replace('.000Z', '')} UTC`.replace('Z UTC', ' UTC');
    return html`<time datetime=${instant.toISOString()} title=${utc}
      >${formatInstant(instant, this.mode ?? 'relative')}</time
    >`;
  }
}

customElements.define('tw-time', TwTime);
