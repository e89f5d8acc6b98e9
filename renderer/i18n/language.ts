import i18next from 'i18next';

export const LANGUAGES = ['pt-BR', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'balcao.language';

/** The language of the settings. Before the choice it is Brazilian Portuguese, whatever the language of the computer is. */
export function chosenLanguage(): Language {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'pt-BR';
}

/** Changes the language of the page and remembers it. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  applyLanguage(language);
}

/** Follows a choice made in the other window. */
export function followLanguage(): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === KEY) applyLanguage(chosenLanguage());
  });
}

function applyLanguage(language: Language): void {
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
