/** The time zone that times are shown in: the one the person chose on the profile page, else that of the browser. */

const COOKIE = 'tidewatch-zone';

const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
let chosen = remembered();

function remembered(): string | undefined {
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${COOKIE}=`));
  const zone = found ? decodeURIComponent(found.slice(COOKIE.length + 1)) : '';
  return isKnown(zone) ? zone : undefined;
}

function isKnown(zone: string): boolean {
  try {
    return zone !== '' && new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

/** The zone to show times in. */
export function viewerZone(): string {
  return chosen ?? browserZone;
}

/** Whether that is another one than the browser's own. */
export function isForeignZone(): boolean {
  return chosen !== undefined && chosen !== browserZone;
}

/** Chooses a zone, or the browser's own for an empty name; what is on the page already changes with it. */
export function chooseZone(zone: string): void {
  const wanted = isKnown(zone) ? zone : undefined;
  document.cookie = wanted
    ? `${COOKIE}=${encodeURIComponent(wanted)}; path=/; max-age=31536000; samesite=lax`
    : `${COOKIE}=; path=/; max-age=0; samesite=lax`;
  if (wanted !== chosen) {
    chosen = wanted;
    window.dispatchEvent(new CustomEvent('tw-zone'));
  }
}
