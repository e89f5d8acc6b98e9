import type { CSSProperties, ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { signed } from '../../components/signed.ts';
import styles from './day.module.css';

interface Row {
  readonly key: string;
  readonly paidCount: number;
  readonly net: number;
}

/** Shows a chart as a table: each bar is under its figures, so that they can be read aloud and copied. */
export function Bars({
  title,
  label,
  rows,
}: {
  readonly title: string;
  readonly label: string;
  readonly rows: readonly Row[];
}): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const most = Math.max(1, ...rows.map(({ net }) => net));
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <table className={styles.bars}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            <th scope="col">{t('day.sales')}</th>
            <th scope="col">{t('day.total')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, paidCount, net }) => (
            <tr key={key} style={{ '--share': Math.max(0, net) / most } as CSSProperties}>
              <th scope="row">
                {key}
                <span className={styles.bar} data-graphic="" />
              </th>
              <td>{paidCount}</td>
              <td>{signed(net)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
