import { basename } from 'node:path';
import { whyNotDeactivated, whyNotNewPin, whyNotRenamed, whyNotRole } from '../commands/change-people.ts';
import { whyNotFinalized, whyNotForced } from '../commands/charge.ts';
import { whyNotAdded } from '../commands/people.ts';
import { whyNotErased } from '../commands/personal-data.ts';
import { whyNotRefunded } from '../commands/refund.ts';
import { newestBackups } from '../ledger/backup/backups.ts';
import type { EarlyRefusals } from './pipeline.ts';

/** The check of each signed act that can be impossible, whatever the PIN is. */
export const earlyRefusals: EarlyRefusals = {
  'charge/refund': (order, till) => whyNotRefunded(till, order, order.secondPin !== undefined),
  'charge/accept': ({ id }, till) => whyNotFinalized(till, id),
  'charge/force': (order, till) => whyNotForced(till, order),
  'manager/erase-texts': ({ id }, till) => whyNotErased(till, id),
  'session/add-operator': (person, till) => whyNotAdded(till, person),
  'people/set-pin': (input, till) => whyNotNewPin(till, input),
  'people/rename': (input, till) => whyNotRenamed(till, input),
  'people/set-role': (input, till) => whyNotRole(till, input),
  'people/deactivate': (input, till) => whyNotDeactivated(till, input),
  'people/unlock': ({ personId }, { operators }) =>
    operators.byId(personId) === null ? 'unknown-operator' : null,
  'backup/restore': ({ name }, { folder }) =>
    newestBackups(folder).some((file) => basename(file) === name) ? null : 'not-found',
};
