import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../shared/contract/views.ts';
import { OfflineIcon, PrinterIcon, ScreenIcon, WarningIcon } from '../../components/icons.tsx';
import { clockTime } from '../../i18n/clock-time.ts';
import { useView } from '../till-context.ts';
import styles from './header.module.css';

/** Where and who this is, and whether a Pix can be taken now. */
export function Header(): ReactNode {
  const { t } = useTranslation();
  const view = useView();
  const { online } = view.gateway;
  const { depth, oldestAt } = view.queue;
  const { printer } = view;
  const customer = view.customerSees !== 'nothing';
  return (
    <div className={styles.header}>
      <p className={styles.place}>
        <strong>{view.shopName}</strong>
        <span>{view.tillName}</span>
        {view.operator === null ? null : <span>{view.operator.name}</span>}
      </p>
      <ul className={styles.state}>
        <li className={customer ? undefined : styles.offline} data-customer-screen={customer}>
          <ScreenIcon />
          {t(customer ? 'header.customerScreen' : 'header.customerScreenOff')}
        </li>
        {printer === null ? null : (
          <li className={isWell(printer.state) ? undefined : styles.offline} data-printer={printer.state}>
            <PrinterIcon />
            {t(`printer.${printer.state}`)}
          </li>
        )}
        <li data-queue={depth}>
          {oldestAt === null
            ? t('header.queue', { count: depth })
            : t('header.queueSince', { count: depth, time: clockTime(oldestAt, view.zone) })}
        </li>
        <Line online={online} />
      </ul>
    </div>
  );
}

/** Shows the contact with the gateway. *No connection* is shown only if no answer comes. */
function Line({ online }: { readonly online: boolean }): ReactNode {
  const { t } = useTranslation();
  const { gateway, zone } = useView();
  const { lastContactAt, unusable } = gateway;
  if (unusable !== null) {
    return (
      <li className={styles.offline} data-online={online} data-unusable={unusable.status}>
        <WarningIcon />
        {t('header.unusable')}
      </li>
    );
  }
  return (
    <li className={online ? styles.online : styles.offline} data-online={online}>
      {online ? <span className={styles.dot} /> : <OfflineIcon />}
      {online
        ? t('header.online')
        : lastContactAt === null
          ? t('header.offline')
          : t('header.offlineSince', { time: clockTime(lastContactAt, zone) })}
    </li>
  );
}

/** True while printing is possible. A roll near its end is shown by its own words and counts as well. */
function isWell(state: NonNullable<TillView['printer']>['state']): boolean {
  return state === 'ready' || state === 'unknown';
}
