import type { personalData } from '../../../shared/contract/personal-data.ts';
import { eraseChargeTexts } from '../commands/personal-data.ts';
import { chargesAsJson } from '../reports/personal-data/charge-data.ts';
import type { Core } from '../till/core.ts';
import { worded } from './charge-uses.ts';
import { fail } from './failure-reply.ts';
import type { Uses } from './pipeline.ts';

/** Creates the methods for the data of one charge: as a file, and its texts erased. */
export function createPersonalDataUses(core: Pick<Core, 'exporter'>): Pick<Uses, keyof typeof personalData> {
  return {
    'manager/erase-texts': ({ id }, { till, by }) => worded(till, eraseChargeTexts(till, by, id)),
    'manager/export-charge': async ({ id, file, replace }, { till }) => {
      const charge = till.ledger.charges.byId(id);
      if (charge === null) return fail('not-found');
      const { shopName, tillName } = till.settings.get();
      const source = { shop: shopName, till: tillName, madeAt: till.clock.now(), nameOf: till.names.person };
      const written = await core.exporter.writeData(
        file,
        replace,
        chargesAsJson(till.ledger, [charge], source),
      );
      if (written.ok) return { ok: true, value: { done: true } };
      return { ok: false, error: { code: written.error, message: written.error } };
    },
  };
}
