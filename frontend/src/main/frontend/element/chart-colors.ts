/** Colours of a chart, read from the theme so that charts follow it. */
export interface ChartColors {
  text: string;
  secondary: string;
  border: string;
  grid: string;
  surface: string;
  crosshair: string;
  reference: string;
  current: string;
  muted: string;
  warning: string;
  critical: string;
  palette: string[];
  heat: string[];
  font: string;
}

/** Reads the colours that apply to an element now. The tokens are registered as colours, so they come out resolved. */
export function readColors(element: Element): ChartColors {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--tw-${name}`).trim();
  return {
    text: token('text'),
    secondary: token('text-secondary'),
    border: token('border-strong'),
    grid: token('grid'),
    surface: token('surface'),
    crosshair: token('text-secondary'),
    reference: token('reference'),
    current: token('current'),
    muted: token('muted'),
    warning: token('status-warning'),
    critical: token('status-critical'),
    palette: [1, 2, 3, 4, 5, 6].map((i) => token(`series-${i}`)),
    heat: [0, 1, 2, 3, 4].map((i) => token(`heat-${i}`)),
    font: style.fontFamily,
  };
}
