import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/index.ts';
import { chosenLanguage, type PageName } from './language.ts';
import { ptBR } from './pt-br/index.ts';

/** Both languages are in the page: nothing is loaded later, so no screen waits for its words. */
export function startI18n(of: PageName): void {
  const language = chosenLanguage(of);
  document.documentElement.lang = language;
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'pt-BR',
    resources: { 'pt-BR': { translation: ptBR }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
}
