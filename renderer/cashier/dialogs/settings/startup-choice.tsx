import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from '../../../components/choice-group.tsx';
import { useActions, useCashier } from '../../till-context.ts';

/** Whether the app opens with the computer. Nothing where no system can start it. */
export function StartupChoice(): ReactNode {
  const { t } = useTranslation();
  const { port } = useCashier();
  const actions = useActions();
  const [withComputer, setWithComputer] = useState<boolean | null>(null);
  useEffect(() => {
    void port.invoke('startup/describe', {}).then((reply) => {
      if (reply.ok) setWithComputer(reply.value.withComputer);
    });
  }, [port]);
  if (withComputer === null) return null;
  const choose = async (value: 'on' | 'off'): Promise<void> => {
    const reply = await actions.act('startup/set', { withComputer: value === 'on' });
    if (reply?.ok === true) setWithComputer(reply.value.withComputer);
  };
  return (
    <ChoiceGroup
      label={t('startup.label')}
      value={withComputer ? 'on' : 'off'}
      onChange={(value) => void choose(value)}
      choices={[
        { value: 'on', label: t('startup.on'), detail: t('startup.onDetail') },
        { value: 'off', label: t('startup.off'), detail: t('startup.offDetail') },
      ]}
    />
  );
}
