import { LitElement, css, html, svg, type TemplateResult } from 'lit';

/** The few icons the product uses, drawn on a 16 px grid with a 1.5 px stroke. */
const SHAPES: Record<string, TemplateResult> = {
  ok: svg`<circle cx="8" cy="8" r="6.25"/><path d="m5.25 8.2 1.9 1.9 3.6-4"/>`,
  warning: svg`<path d="M8 2.2 14.4 13.4H1.6Z"/><path d="M8 6.6v3.1M8 11.6v.1"/>`,
  critical: svg`<path d="M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4l-3.65-3.65V5.4Z"/><path d="m6 6 4 4m0-4-4 4"/>`,
  'no-data': svg`<circle cx="8" cy="8" r="6.25" stroke-dasharray="2.6 2.3"/><path d="M5.5 8h5"/>`,
  unknown: svg`<circle cx="8" cy="8" r="6.25"/><path d="M6.2 6.3a1.8 1.8 0 1 1 2.5 1.75c-.5.2-.7.5-.7 1.1M8 11.3v.1"/>`,
  home: svg`<path d="M2.5 7 8 2.5 13.5 7v6.5h-4v-4h-3v4h-4Z"/>`,
  models: svg`<path d="m8 1.75 5.5 3.1v6.3L8 14.25l-5.5-3.1v-6.3Z"/><path d="m2.6 4.9 5.4 3 5.4-3M8 7.9v6.2"/>`,
  search: svg`<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.2 3.2"/>`,
  clock: svg`<circle cx="8" cy="8" r="6.25"/><path d="M8 4.5V8l2.4 1.6"/>`,
  down: svg`<path d="m4 6.2 4 4 4-4"/>`,
  right: svg`<path d="m6.2 4 4 4-4 4"/>`,
  up: svg`<path d="m4 9.8 4-4 4 4"/>`,
  close: svg`<path d="m4 4 8 8m0-8-8 8"/>`,
  plus: svg`<path d="M8 3v10M3 8h10"/>`,
  check: svg`<path d="m3.2 8.4 3.2 3.2 6.4-7"/>`,
  table: svg`<rect x="2" y="2.75" width="12" height="10.5" rx="1.5"/><path d="M2 6.2h12M2 9.7h12M6.2 6.2v7"/>`,
  chart: svg`<path d="M2.2 2.5v11h11.6"/><path d="m4.8 10 2.6-3.4 2.2 1.9 3.4-4.4"/>`,
  image: svg`<rect x="2" y="2.75" width="12" height="10.5" rx="1.5"/><circle cx="5.6" cy="6.2" r="1"/><path d="m2.4 11.6 3.4-3 2.3 2 2.6-2.8 3 3"/>`,
  download: svg`<path d="M8 2.2v7.4M4.9 6.8 8 9.9l3.1-3.1M2.7 13.4h10.6"/>`,
  copy: svg`<rect x="5.5" y="5.5" width="8" height="8" rx="1.5"/><path d="M3.6 10.5h-.1a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v.1"/>`,
  info: svg`<circle cx="8" cy="8" r="6.25"/><path d="M8 7.4v3.8M8 5v.1"/>`,
  pin: svg`<path d="M9.6 2 14 6.4l-2.6.9-2.3 2.3-.5 3L3.4 7.4l3-.5 2.3-2.3ZM5.8 10.2 2.2 13.8"/>`,
  share: svg`<circle cx="4" cy="8" r="1.9"/><circle cx="12" cy="3.9" r="1.9"/><circle cx="12" cy="12.1" r="1.9"/><path d="m5.7 7.1 4.6-2.3M5.7 8.9l4.6 2.3"/>`,
  back: svg`<path d="M9.8 4 5.8 8l4 4"/>`,
  admin: svg`<path d="M2.2 4.6h6.1M12.4 4.6h1.4M2.2 11.4h1.4M7.7 11.4h6.1"/><circle cx="10.3" cy="4.6" r="1.9"/><circle cx="5.7" cy="11.4" r="1.9"/>`,
  key: svg`<circle cx="5.2" cy="10.8" r="3"/><path d="m7.4 8.6 6-6M10.8 5.2l2 2"/>`,
  retry: svg`<path d="M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.6h-2.6"/>`,
};

/** `<tw-icon name="ok">`: decorative, hidden from screen readers; the word beside it says the same. */
export class TwIcon extends LitElement {
  static properties = { name: { type: String } };

  static styles = css`
    :host {
      display: inline-flex;
      inline-size: 1.143em;
      block-size: 1.143em;
      flex: none;
      vertical-align: -0.18em;
    }
    svg {
      inline-size: 100%;
      block-size: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  declare name: string;

  connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  render(): TemplateResult {
    return html`<svg viewBox="0 0 16 16">${SHAPES[this.name]}</svg>`;
  }
}

customElements.define('tw-icon', TwIcon);
