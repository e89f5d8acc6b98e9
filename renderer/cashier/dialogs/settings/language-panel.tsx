import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from '../../../components/choice-group.tsx';
import {
  chooseCustomerLanguage,
  chooseLanguage,
  chosenLanguage,
  LANGUAGES,
  type Language,
} from '../../../i18n/language.ts';
import styles from '../../setup/form.module.css';

/** Sets the language of the till's screens, and that of the customer's screen. */
export function LanguagePanel(): ReactNode {
  const { t, i18n } = useTranslation();
  const [customers, setCustomers] = useState(() => chosenLanguage('customer'));
  const names: Record<Language, string> = {
    'pt-BR': t('settings.portuguese'),
    en: t('settings.english'),
  };
  const choices = LANGUAGES.map((value) => ({ value, label: names[value] }));
  const choose = (language: Language): void => {
    chooseCustomerLanguage(language);
    setCustomers(language);
  };
  return (
    <div className={styles.form}>
      <ChoiceGroup
        label={t('settings.languageDetail')}
        layout="list"
        value={i18n.language === 'en' ? 'en' : 'pt-BR'}
        onChange={chooseLanguage}
        choices={choices}
      />
      <ChoiceGroup
        label={t('settings.customerLanguage')}
        layout="list"
        value={customers}
        onChange={choose}
        choices={choices}
      />
    </div>
  );
}
