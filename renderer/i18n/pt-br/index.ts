import { charge } from './charge.ts';
import { closing } from './closing.ts';
import { customer } from './customer.ts';
import { day } from './day.ts';
import { errors } from './errors.ts';
import { manager } from './manager.ts';
import { paper } from './paper.ts';
import { people } from './people.ts';
import { setup } from './setup.ts';
import { till } from './till.ts';

/** Brazilian Portuguese: the first language, and the measure of what the others must say. */
export const ptBR = {
  ...till,
  ...charge,
  ...closing,
  ...day,
  ...manager,
  ...paper,
  ...people,
  ...setup,
  ...customer,
  errors,
} as const;
