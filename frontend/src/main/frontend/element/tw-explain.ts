import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { DEFINITIONS } from './definitions';

/**
 * `<tw-explain term="psi" value="0.213">` with property `facts` (name, value, name, value ...): a number that opens its
 * explanation: definition, formula, how to read it, and the window, n and reference it was computed from.
 */
export class TwExplain extends LitElement {
  static properties = { term: { type: String }, value: { type: String }, facts: { attribute: false } };

  static styles = css`
    :host {
      display: inline-block;
    }
    button {
      all: unset;
      cursor: help;
      font-variant-numeric: tabular-nums;
      border-radius: 3px;
      white-space: nowrap;
      text-decoration: underline dotted var(--tw-border-strong) 1px;
      text-underline-offset: 3px;
    }
    button:hover {
      color: var(--tw-accent);
      text-decoration-color: currentColor;
    }
    button:focus-visible {
      outline: 2px solid var(--tw-focus);
      outline-offset: 1px;
    }
    [popover] {
      position: fixed;
      inset: auto;
      margin: 0;
      max-inline-size: min(360px, calc(100vw - 32px));
      box-sizing: border-box;
      padding: 14px 16px;
      border: 1px solid var(--tw-border-strong);
      border-radius: 10px;
      background: var(--tw-raised);
      color: var(--tw-text);
      box-shadow: var(--tw-shadow);
      font-size: 13px;
      line-height: 19px;
      font-weight: 400;
      text-align: start;
      white-space: normal;
    }
    h3 {
      margin: 0 0 6px;
      font-size: 14px;
      line-height: 20px;
    }
    p {
      margin: 0 0 8px;
    }
    code {
      display: block;
      margin-block-end: 8px;
      padding: 7px 10px;
      border-radius: 6px;
      background: var(--tw-sunken);
      font-family: var(--tw-mono);
      font-size: 12px;
      overflow-wrap: anywhere;
    }
    dl {
      margin: 0 0 8px;
      display: grid;
      grid-template-columns: max-content 1fr;
      gap: 2px 12px;
      font-variant-numeric: tabular-nums;
    }
    dt {
      color: var(--tw-text-secondary);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    a {
      color: var(--tw-accent);
      text-decoration: none;
    }
    a:hover {
      text-decoration: underline;
    }
  `;

  declare term: string;
  declare value: string;
  declare facts: string[] | undefined;

  render(): TemplateResult {
    const definition = DEFINITIONS[this.term];
    if (!definition || this.value === '—') {
      return html`<span>${this.value}</span>`;
    }
    return html`<button type="button" aria-haspopup="dialog" @click=${this.open}>${this.value}</button>
      <div popover="auto" role="dialog" aria-label=${definition.title}></div>`;
  }

  private readonly open = (event: Event) => {
    event.stopPropagation();
    const popover = this.renderRoot.querySelector<HTMLElement>('[popover]');
    const definition = DEFINITIONS[this.term];
    if (!popover || !definition) {
      return;
    }
    popover.replaceChildren(...this.content());
    popover.showPopover();
    const anchor = this.getBoundingClientRect();
    const box = popover.getBoundingClientRect();
    const left = Math.min(Math.max(16, anchor.left), window.innerWidth - box.width - 16);
    const below = anchor.bottom + 6;
    popover.style.left = `${left}px`;
    popover.style.top = `${below + box.height > window.innerHeight - 16 ? Math.max(16, anchor.top - box.height - 6) : below}px`;
  };

  private content(): Node[] {
    const definition = DEFINITIONS[this.term];
    const nodes: Node[] = [element('h3', definition.title), element('p', definition.means)];
    if (definition.formula) {
      nodes.push(element('code', definition.formula));
    }
    if (definition.read) {
      nodes.push(element('p', definition.read));
    }
    const facts = this.facts ?? [];
    if (facts.length > 0) {
      const list = document.createElement('dl');
      for (let i = 0; i + 1 < facts.length; i += 2) {
        list.append(element('dt', facts[i]), element('dd', facts[i + 1]));
      }
      nodes.push(list);
    }
    const link = element('a', 'All definitions') as HTMLAnchorElement;
    link.href = `definitions#${this.term}`;
    link.setAttribute('router-ignore', '');
    link.target = '_blank';
    nodes.push(link);
    return nodes;
  }
}

function element(tag: string, text: string): HTMLElement {
  const node = document.createElement(tag);
  node.textContent = text;
  return node;
}

customElements.define('tw-explain', TwExplain);

/** `<tw-definitions>`: all of them, as a page. */
export class TwDefinitions extends LitElement {
  static styles = css`
    :host {
      display: grid;
      gap: 0;
    }
    section {
      padding: 16px 20px;
      border-block-end: 1px solid var(--tw-border);
      scroll-margin-block-start: 72px;
    }
    section:last-child {
      border: 0;
    }
    section:target {
      background: var(--tw-hover);
    }
    h2 {
      margin: 0 0 4px;
      font-size: 15px;
      line-height: 20px;
      font-weight: 600;
    }
    p {
      margin: 0 0 6px;
      max-inline-size: 75ch;
    }
    code {
      font-family: var(--tw-mono);
      font-size: 12.5px;
    }
    .read {
      color: var(--tw-text-secondary);
      margin: 0;
    }
  `;

  render(): TemplateResult {
    return html`${Object.entries(DEFINITIONS).map(
      ([term, definition]) =>
        html` <section id=${term}>
          <h2>${definition.title}</h2>
          <p>${definition.means}</p>
          ${definition.formula ? html`<p><code>${definition.formula}</code></p>` : nothing}
          ${definition.read ? html`<p class="read">${definition.read}</p>` : nothing}
        </section>`,
    )}`;
  }

  protected firstUpdated(): void {
    const wanted = location.hash.slice(1);
    this.renderRoot.querySelector(`#${CSS.escape(wanted || 'none')}`)?.scrollIntoView();
  }
}

customElements.define('tw-definitions', TwDefinitions);
