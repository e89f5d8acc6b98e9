/** The themes of the settings. `system`: as the computer is set. */
export const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const KEY = 'balcao.theme';

/** Returns the chosen theme. Before the choice it is the computer's. */
export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === kept) ?? 'system';
}

/** Changes the theme of the page and remembers it. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  apply(theme);
}

/** Applies the remembered theme, and follows a choice made in the other window. */
export function followTheme(): void {
  apply(chosenTheme());
  window.addEventListener('storage', ({ key }) => {
    if (key === KEY) apply(chosenTheme());
  });
}

/** Every colour of the tokens has both themes, and the page's colour scheme names the one that counts. */
function apply(theme: Theme): void {
  document.documentElement.style.colorScheme = theme === 'system' ? '' : theme;
}
