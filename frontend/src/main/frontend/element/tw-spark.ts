import { LitElement, css, html, svg, type TemplateResult } from 'lit';

const WIDTH = 112;
const HEIGHT = 24;

/**
 * `<tw-spark>` with properties `reference` and `current` (shares per bin): a small picture of two distributions. The
 * reference is a grey area, the current window the accent line, as everywhere.
 */
export class TwSpark extends LitElement {
  static properties = { reference: { attribute: false }, current: { attribute: false } };

  static styles = css`
    :host {
      display: inline-block;
      inline-size: ${WIDTH}px;
      block-size: ${HEIGHT}px;
      vertical-align: middle;
    }
    svg {
      display: block;
      overflow: visible;
    }
    rect {
      fill: var(--tw-reference-fill);
    }
    path {
      fill: none;
      stroke: var(--tw-current);
      stroke-width: 1.5;
      stroke-linejoin: round;
    }
    line {
      stroke: var(--tw-border);
    }
  `;

  declare reference: number[] | undefined;
  declare current: number[] | undefined;

  render(): TemplateResult {
    const reference = this.reference ?? [];
    const current = this.current ?? [];
    const bins = Math.max(reference.length, current.length);
    if (bins === 0) {
      return html``;
    }
    const top = Math.max(1e-9, ...reference, ...current);
    const step = WIDTH / bins;
    const y = (share: number) => HEIGHT - 1 - (share / top) * (HEIGHT - 3);
    const steps = current.map(
      (share, i) =>
        `${i === 0 ? 'M' : 'L'}${(i * step).toFixed(1)} ${y(share).toFixed(1)}H${((i + 1) * step).toFixed(1)}`,
    );
    return html`<svg width=${WIDTH} height=${HEIGHT} aria-hidden="true">
      ${reference.map((share, i) => svg`<rect x=${i * step + 0.5} y=${y(share)} width=${Math.max(1, step - 1)} height=${HEIGHT - 1 - y(share)}></rect>`)}
      <line x1="0" x2=${WIDTH} y1=${HEIGHT - 0.5} y2=${HEIGHT - 0.5}></line>
      <path d=${steps.join('')}></path>
    </svg>`;
  }
}

customElements.define('tw-spark', TwSpark);
