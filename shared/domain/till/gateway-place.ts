/** The store and the till as the gateway calls them. Null for what its answer left out. */
export interface GatewayPlace {
  readonly storeId: string | null;
  readonly storeName: string | null;
  readonly tillId: string | null;
  readonly tillName: string | null;
}
