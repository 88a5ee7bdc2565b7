import { LitElement, css, html, type TemplateResult } from 'lit';
import './tw-icon';

const WORDS: Record<string, string> = {
  ok: 'OK',
  warning: 'Warning',
  critical: 'Critical',
  'no-data': 'No data',
  unknown: 'Unknown',
};

/** `<tw-status status="warning">`: the one way a status is shown, as colour, icon and word together. */
export class TwStatus extends LitElement {
  static properties = { status: { type: String, reflect: true } };

  static styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.375em;
      white-space: nowrap;
      font-weight: 550;
      font-size: 0.929em;
      color: var(--tw-status-unknown);
    }
    :host([status='ok']) {
      color: var(--tw-status-ok);
    }
    :host([status='warning']) {
      color: var(--tw-status-warning);
    }
    :host([status='critical']) {
      color: var(--tw-status-critical);
    }
    :host([status='no-data']) {
      color: var(--tw-status-no-data);
    }
    :host([pill]) {
      padding: 0.143em 0.643em 0.143em 0.429em;
      border-radius: 999px;
      background: color-mix(in oklab, currentColor 9%, transparent);
    }
  `;

  declare status: string;

  render(): TemplateResult {
    const known = WORDS[this.status] ? this.status : 'unknown';
    return html`<tw-icon name=${known}></tw-icon><span>${WORDS[known]}</span>`;
  }
}

customElements.define('tw-status', TwStatus);
