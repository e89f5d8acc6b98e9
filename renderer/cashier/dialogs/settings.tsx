import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Modal } from '../../components/modal.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { ShopForm } from '../setup/shop-form.tsx';
import { useActions, useView } from '../till-context.ts';
import { ChargingPanel } from './settings/charging-panel.tsx';
import { ConnectionPanel } from './settings/connection-panel.tsx';
import { DisplaysPanel } from './settings/displays-panel.tsx';
import { LooksPanel } from './settings/looks-panel.tsx';
import { PrinterPanel } from './settings/printer-panel.tsx';
import { PeoplePanel, type PeoplePlace } from './settings/people-panel.tsx';
import { ProgramsPanel } from './settings/programs-panel.tsx';
import { NewToken, type MadeToken } from './settings/programs/new-token.tsx';
import { SettingsVisit } from './settings/settings-visit.tsx';

const TABS = ['screens', 'connection', 'people', 'shop', 'charging', 'printer', 'programs', 'looks'] as const;
type Tab = (typeof TABS)[number];

/** Shows the settings, one tab for each subject. */
export function Settings(): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { mode } = useView();
  const [tab, setTab] = useState<Tab>('screens');
  const [replacingKeys, setReplacingKeys] = useState(false);
  const [people, setPeople] = useState<PeoplePlace>('list');
  const [made, setMade] = useState<MadeToken | null>(null);
  // Training ships its own people and takes no others.
  const shown = TABS.filter((each) => each !== 'people' || mode === 'production');
  const go = (next: Tab): void => {
    actions.clearError();
    setReplacingKeys(false);
    setPeople('list');
    setTab(next);
  };
  return (
    <SettingsVisit>
      <Modal screen="settings" title={t('settings.title')} wide steady>
        {made !== null ? (
          <NewToken {...made} onDone={() => setMade(null)} />
        ) : (
          <>
            <Tabs
              label={t('settings.title')}
              tabs={shown.map((value) => ({ value, label: t(`settings.${value}`) }))}
              value={tab}
              onChange={go}
            >
              {tab === 'screens' ? <DisplaysPanel /> : null}
              {tab === 'connection' ? (
                <ConnectionPanel replacing={replacingKeys} onReplacing={setReplacingKeys} />
              ) : null}
              {tab === 'people' ? <PeoplePanel place={people} onGo={setPeople} /> : null}
              {tab === 'shop' ? <ShopForm /> : null}
              {tab === 'charging' ? <ChargingPanel /> : null}
              {tab === 'printer' ? <PrinterPanel /> : null}
              {tab === 'programs' ? <ProgramsPanel onMade={setMade} /> : null}
              {tab === 'looks' ? <LooksPanel /> : null}
            </Tabs>
            {/* While the keys are being replaced, or a person is open, Escape goes back to them. */}
            {replacingKeys || people !== 'list' ? null : (
              <Button kind="quiet" hotkey="Escape" onPress={() => actions.open(null)}>
                {t('act.close')}
              </Button>
            )}
          </>
        )}
      </Modal>
    </SettingsVisit>
  );
}
