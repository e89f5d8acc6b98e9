import type { ReactNode } from 'react';
import mark from '../../assets/brand/balcao.svg';
import styles from './brand-mark.module.css';

/** Draws the mark of Balcão. */
export function BrandMark(): ReactNode {
  return <img className={styles.mark} src={mark} alt="" width="64" height="64" />;
}
