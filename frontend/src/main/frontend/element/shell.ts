/** Small things of the shell that only the browser can do: the theme choice, and "/" for the search field. */

const COOKIE = 'tidewatch-theme';
const SCHEMES: Record<string, string> = { light: 'light', dark: 'dark', system: 'light dark' };

declare global {
  interface Window {
    tidewatch: { theme(choice: string): void; zone(): string };
  }
}

window.tidewatch = {
  /** Applies and remembers a theme: light, dark or system. The server reads the cookie, so that a reload never flashes. */
  theme(choice: string): void {
    const scheme = SCHEMES[choice];
    if (scheme) {
      document.documentElement.style.colorScheme = scheme;
      document.cookie = `${COOKIE}=${choice}; path=/; max-age=31536000; samesite=lax`;
      window.dispatchEvent(new CustomEvent('tw-theme'));
    }
  },
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};

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
