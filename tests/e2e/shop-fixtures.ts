import { connectTill } from '../support/journey/connected-till.ts';
import { startShopGateway, type ShopGateway } from '../support/journey/shop-gateway.ts';
import { test as base } from './fixtures.ts';

/** A till that is connected to a shop's gateway of this test's own, with Ana and Marta. */
export const test = base.extend<{ readonly shop: ShopGateway }>({
  shop: async ({ dataDir }, use, testInfo) => {
    const shop = await startShopGateway(testInfo.outputPath('gateway.json'));
    await connectTill(dataDir, shop);
    await use(shop);
    await shop.close();
  },
});
