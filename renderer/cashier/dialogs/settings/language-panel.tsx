import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from '../../../components/choice-group.tsx';
import { chooseLanguage, LANGUAGES, type Language } from '../../../i18n/language.ts';

/** Sets the language. */
export function LanguagePanel(): ReactNode {
  const { t, i18n } = useTranslation();
  const names: Record<Language, string> = {
    'pt-BR': t('settings.portuguese'),
    en: t('settings.english'),
  };
  return (
    <ChoiceGroup
      label={t('settings.languageDetail')}
      layout="list"
      value={i18n.language === 'en' ? 'en' : 'pt-BR'}
      onChange={chooseLanguage}
      choices={LANGUAGES.map((value) => ({ value, label: names[value] }))}
    />
  );
}
