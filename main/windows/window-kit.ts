import type { BrowserWindow as Window, BrowserWindowConstructorOptions } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';
import type { Clock } from '../../shared/kernel/time.ts';
import type { PageRole, TrustedPages } from './trusted-pages.ts';

/** The parts that every window needs. */
export interface WindowKit {
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => Window;
  readonly pages: TrustedPages;
  readonly isInstalled: boolean;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Called when the process of a page died too often for another load. */
  readonly pageGivenUp: (role: PageRole) => void;
}
