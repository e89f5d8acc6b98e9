import { first } from './0010-first.ts';
import { forced } from './0020-forced.ts';
import { printing } from './0030-printing.ts';
import { closing } from './0040-closing.ts';
import { reports } from './0050-reports.ts';
import { store } from './0060-store.ts';
import { indexes } from './0070-indexes.ts';
import { guards } from './0080-guards.ts';
import { search } from './0090-search.ts';
import { closingSlips } from './0110-closing-slips.ts';
import { openFacts } from './0120-open-facts.ts';
import { refused } from './0130-refused.ts';
import { identity } from './0140-identity.ts';
import { people } from './0160-people.ts';
import { outsideTexts } from './0170-outside-texts.ts';
import type { Migration } from './migration.ts';

/** In order, numbers going by tens so that a mistake can be mended between two. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  forced,
  printing,
  closing,
  reports,
  store,
  indexes,
  guards,
  search,
  closingSlips,
  openFacts,
  refused,
  identity,
  people,
  outsideTexts,
];
