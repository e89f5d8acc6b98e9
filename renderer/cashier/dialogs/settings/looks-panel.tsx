import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { ChoiceGroup } from '../../../components/choice-group.tsx';
import {
  chooseCustomerLanguage,
  chooseLanguage,
  chosenLanguage,
  LANGUAGES,
  type Language,
} from '../../../i18n/language.ts';
import { chosenTheme, chooseTheme, THEMES } from '../../../stores/theme.ts';
import { play } from '../../sounds/play.ts';
import { chosenVolume, chooseVolume, VOLUMES } from '../../sounds/volume.ts';

/** Sets the language of each window, the theme of both, and how loud the till is. A choice takes effect at once. */
export function LooksPanel(): ReactNode {
  const { t, i18n } = useTranslation();
  const [customers, setCustomers] = useState(() => chosenLanguage('customer'));
  const [theme, setTheme] = useState(chosenTheme);
  const [volume, setVolume] = useState(chosenVolume);
  const names: Record<Language, string> = {
    'pt-BR': t('settings.portuguese'),
    en: t('settings.english'),
  };
  const languages = LANGUAGES.map((value) => ({ value, label: names[value] }));
  return (
    <>
      <ChoiceGroup
        label={t('settings.languageDetail')}
        value={i18n.language === 'en' ? 'en' : 'pt-BR'}
        onChange={chooseLanguage}
        choices={languages}
      />
      <ChoiceGroup
        label={t('settings.customerLanguage')}
        value={customers}
        onChange={(value) => {
          chooseCustomerLanguage(value);
          setCustomers(value);
        }}
        choices={languages}
      />
      <ChoiceGroup
        label={t('looks.theme')}
        value={theme}
        onChange={(value) => {
          chooseTheme(value);
          setTheme(value);
        }}
        choices={THEMES.map((value) => ({ value, label: t(`looks.${value}`) }))}
      />
      <ChoiceGroup
        label={t('looks.volume')}
        value={volume}
        onChange={(value) => {
          chooseVolume(value);
          setVolume(value);
        }}
        choices={VOLUMES.map((value) => ({ value, label: t(`looks.${value}`) }))}
      />
      <Button hotkey="F2" disabled={volume === 'off'} onPress={() => play('paid')}>
        {t('looks.test')}
      </Button>
    </>
  );
}
