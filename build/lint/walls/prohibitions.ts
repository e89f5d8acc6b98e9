interface Prohibition {
  readonly from: object;
  readonly disallow: object;
  readonly message: string;
}

/**
 * Walls with a reason and a message of their own. They come after the allowed imports, because the last policy that matches
 * decides.
 */
export const prohibitions: readonly Prohibition[] = [
  {
    from: { file: { path: 'main/core/**' } },
    disallow: { to: { module: { source: 'electron*' } } },
    message: 'The core never imports electron: it also runs headless, under Node alone',
  },
  {
    from: { file: { path: 'main/{index.ts,!(core)/**}' } },
    disallow: { to: { module: { source: 'better-sqlite3' } } },
    message: "Main loads no native module and holds no SQL: that is the core's",
  },
  {
    from: { element: { type: 'main/core/ledger/migrations' } },
    disallow: { to: { module: { origin: 'local' } } },
    message: 'A migration imports nothing of ours: it must do the same for ever, whatever the rest becomes',
  },
  {
    from: { element: { type: 'main/core/gateway' } },
    disallow: { to: { element: { type: 'main/core/gateway/training' } } },
    message: 'The production client knows nothing of the training gateway: it meets it over HTTP',
  },
  {
    from: { element: { type: 'main/core/till' } },
    disallow: { to: { element: { type: ['main/core/commands', 'main/core/rpc', 'main/core/api'] } } },
    message: 'A till knows neither its commands nor its faces: they act on it',
  },
  {
    from: { element: { type: 'renderer/customer' } },
    disallow: { to: { element: { type: ['renderer/cashier', 'renderer/manager'] } } },
    message: "The customer's window shows nothing of the cashier's",
  },
  {
    from: { element: { type: 'renderer/manager' } },
    disallow: { to: { element: { type: 'renderer/cashier' } } },
    message: "The manager's screens know no cashier: a web page can show them too",
  },
  {
    from: { element: { type: 'renderer/cashier' } },
    disallow: { to: { element: { type: 'renderer/manager' } } },
    message: "The cashier's files know no manager's screens: the entry hands them in",
  },
  {
    from: { element: { type: 'renderer/*' } },
    disallow: { to: { file: { categories: 'electron-port' } } },
    message: 'Only an entry knows that Electron is behind the port: screens get the port that they use',
  },
];

/** The few files that may pass a wall. They come after it. */
export const openings: readonly object[] = [
  {
    from: { file: { categories: 'cashier-entry' } },
    allow: { to: { element: { type: 'renderer/manager' } } },
  },
  {
    from: { file: { categories: 'page-entry' } },
    allow: { to: { file: { categories: 'electron-port' } } },
  },
];
