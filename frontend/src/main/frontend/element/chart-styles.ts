import { css } from 'lit';

export const chartStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    position: relative;
  }
  [hidden] {
    display: none !important;
  }
  figure {
    margin: 0;
    display: flex;
    flex-direction: column;
    gap: 8px;
  }
  header {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    min-block-size: 28px;
  }
  .heading {
    flex: 1;
    min-inline-size: 0;
  }
  figcaption {
    font-weight: 600;
    color: var(--tw-text);
    line-height: 20px;
  }
  p {
    margin: 0;
    color: var(--tw-text-secondary);
    font-size: 12.5px;
    line-height: 18px;
  }
  .tools {
    display: flex;
    gap: 2px;
    opacity: 0.55;
    transition: opacity 120ms;
  }
  figure:hover .tools,
  figure:focus-within .tools {
    opacity: 1;
  }
  .tools button {
    all: unset;
    box-sizing: border-box;
    inline-size: 28px;
    block-size: 28px;
    display: grid;
    place-items: center;
    border-radius: 6px;
    color: var(--tw-text-secondary);
    cursor: pointer;
  }
  .tools button:hover {
    background: var(--tw-hover);
    color: var(--tw-text);
  }
  button:focus-visible,
  .table:focus-visible {
    outline: 2px solid var(--tw-focus);
    outline-offset: 1px;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    font-size: 12.5px;
    color: var(--tw-text-secondary);
  }
  .legend button {
    all: unset;
    cursor: pointer;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    border-radius: 4px;
    padding: 1px 2px;
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .legend button:hover {
    color: var(--tw-text);
  }
  .legend button[aria-pressed='false'] {
    opacity: 0.5;
    text-decoration: line-through;
  }
  i {
    inline-size: 10px;
    block-size: 10px;
    border-radius: 3px;
    flex: none;
  }
  .frame {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 4px;
  }
  #plot {
    position: relative;
    inline-size: 100%;
    touch-action: pan-y;
  }
  .crosshair,
  .brush {
    position: absolute;
    inset-block: 26px 42px;
    inset-inline-start: 0;
    pointer-events: none;
    z-index: 1;
  }
  .crosshair {
    inline-size: 1px;
    background: var(--tw-text-secondary);
    opacity: 0.55;
  }
  .brush {
    background: color-mix(in srgb, var(--tw-current) 16%, transparent);
    border-inline: 1px solid var(--tw-current);
  }
  #tip {
    position: absolute;
    inset-block-end: auto;
    inset-block-start: 0;
    inset-inline-start: 0;
    z-index: 5;
    pointer-events: none;
    background: var(--tw-raised);
    color: var(--tw-text);
    border: 1px solid var(--tw-border-strong);
    border-radius: 8px;
    box-shadow: var(--tw-shadow);
    padding: 8px 10px;
    font-size: 12.5px;
    line-height: 18px;
    font-variant-numeric: tabular-nums;
    max-inline-size: min(340px, 90%);
  }
  #tip .when {
    color: var(--tw-text-secondary);
    margin-block-end: 4px;
  }
  #tip .row {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  #tip .name {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  #tip .value {
    font-weight: 600;
    white-space: nowrap;
  }
  #tip .n {
    color: var(--tw-text-secondary);
    white-space: nowrap;
  }
  .empty {
    display: grid;
    place-items: center;
    text-align: center;
    color: var(--tw-text-secondary);
    border: 1px dashed var(--tw-border-strong);
    border-radius: 8px;
    padding: 16px;
  }
  .table {
    overflow: auto;
    max-block-size: 320px;
    border: 1px solid var(--tw-border);
    border-radius: 8px;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 5px 10px;
    text-align: start;
    border-block-end: 1px solid var(--tw-border);
    white-space: nowrap;
  }
  th {
    position: sticky;
    inset-block-start: 0;
    background: var(--tw-surface);
    color: var(--tw-text-secondary);
    font-weight: 550;
  }
  .num {
    text-align: end;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
`;
