/** Small things of the shell that only the browser can do: theme, time zone, and "/" for the search field. */

import { chooseZone, viewerZone } from './zone';

const COOKIE = 'tidewatch-theme';
const ACCENT = 'tidewatch-accent';
const SCHEMES: Record<string, string> = { light: 'light', dark: 'dark', system: 'light dark' };

declare global {
  interface Window {
    tidewatch: {
      theme(choice: string): void;
      accent(name: string): void;
      zone(): string;
      chooseZone(zone: string): void;
      copy(text: string): Promise<boolean>;
    };
  }
}

window.tidewatch = {
  /** Applies and remembers a theme: light, dark or system. The server reads the cookie, so that a reload never flashes. */
  theme(choice: string): void {
    const scheme = SCHEMES[choice];
    if (!scheme) {
      return;
    }
    document.cookie = `${COOKIE}=${choice}; path=/; max-age=31536000; samesite=lax`;
    if (document.documentElement.style.colorScheme !== scheme) {
      document.documentElement.style.colorScheme = scheme;
      window.dispatchEvent(new CustomEvent('tw-theme'));
    }
  },
  /** Applies the organization's colour and remembers it, so that the next page does not begin in another one. */
  accent(name: string): void {
    document.documentElement.dataset.accent = name;
    localStorage.setItem(ACCENT, name);
  },
  zone: viewerZone,
  chooseZone,
  /** Copies text. Pages served without TLS have no clipboard object; the old command still works there. */
  async copy(text: string): Promise<boolean> {
    if (navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        // Not permitted here: try the other way.
      }
    }
    const area = document.createElement('textarea');
    area.value = text;
    area.style.position = 'fixed';
    area.style.opacity = '0';
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  },
};

const accent = localStorage.getItem(ACCENT);
if (accent) {
  document.documentElement.dataset.accent = accent;
}

document.addEventListener('keydown', (event) => {
  const target = event.composedPath()[0] as HTMLElement;
  const typing = target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const search = document.querySelector<HTMLElement>('[data-test="search"]');
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
});

export {};
