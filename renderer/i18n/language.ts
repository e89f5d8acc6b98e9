import i18next from 'i18next';

export const LANGUAGES = ['pt-BR', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The pages that have a language of their own, with the place where the choice is kept. */
const KEYS = { cashier: 'balcao.language', customer: 'balcao.customer-language' } as const;
export type PageName = keyof typeof KEYS;

/** Returns the language of a window. Before a choice it is Brazilian Portuguese, whatever the language of the computer is. */
export function chosenLanguage(of: PageName): Language {
  return localStorage.getItem(KEYS[of]) === 'en' ? 'en' : 'pt-BR';
}

/** Changes the language of the cashier's window, which is this one, and remembers it. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEYS.cashier, language);
  applyLanguage(language);
}

/** Changes the language of the customer's window, which follows by itself. */
export function chooseCustomerLanguage(language: Language): void {
  localStorage.setItem(KEYS.customer, language);
}

/** Follows a choice that the cashier's window makes for the customer's window, which is this one. */
export function followLanguage(): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === KEYS.customer) applyLanguage(chosenLanguage('customer'));
  });
}

function applyLanguage(language: Language): void {
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}
