interface Prohibition {
  readonly from: object;
  readonly disallow: object;
  readonly message: string;
}

/** Walls with a reason of their own. They come last: of the policies that match, the last one decides. */
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
];
