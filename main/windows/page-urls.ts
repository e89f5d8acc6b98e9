import { APP_ORIGIN } from '../security/app-origin.ts';

/** The pages that main loads. */
export const PAGE_URLS = {
  cashier: `${APP_ORIGIN}/cashier/index.html`,
  customer: `${APP_ORIGIN}/customer/index.html`,
} as const;
