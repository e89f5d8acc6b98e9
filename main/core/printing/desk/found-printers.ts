import type { Random } from '../../../../shared/kernel/random.ts';
import { ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Clock } from '../../../../shared/kernel/time.ts';
import { ulid } from '../../../../shared/kernel/ulid.ts';
import { networkPrinterAt, type PlaceError } from '../network-place.ts';
import type { Discovery, FoundPrinter, Printers } from '../transport-port.ts';

/** A found printer and its token. A page names a printer by the token, never by its address. */
export interface TokenPrinter extends FoundPrinter {
  readonly token: string;
}

/** The printers that this process found, or whose address a person typed. Their tokens end with the process. */
export interface FoundPrinters {
  /** Searches all kinds. A printer has the same token at each search. */
  search(): Promise<Omit<Discovery, 'printers'> & { readonly printers: readonly TokenPrinter[] }>;
  /** Returns the network printer at an address of the shop. Connects to nothing. */
  at(address: string): Result<TokenPrinter, PlaceError>;
  /** Returns null for a token that this process did not give out, or that was dropped. */
  byToken(token: string): FoundPrinter | null;
}

/** So many printers are kept. An older one is dropped. More than a network of one shop has. */
const MOST_KEPT = 600;

/** Creates an empty list. */
export function createFoundPrinters(
  printers: Pick<Printers, 'discover'>,
  clock: Clock,
  random: Random,
): FoundPrinters {
  const tokens = new Map<string, string>();
  const byToken = new Map<string, FoundPrinter>();

  const keep = (printer: FoundPrinter): TokenPrinter => {
    const { kind, id } = printer.target;
    const key = `${kind} ${id}`;
    const token = tokens.get(key) ?? ulid(clock.now(), random);
    tokens.set(key, token);
    byToken.delete(token);
    byToken.set(token, printer);
    for (const [oldest, { target }] of byToken) {
      if (byToken.size <= MOST_KEPT) break;
      byToken.delete(oldest);
      tokens.delete(`${target.kind} ${target.id}`);
    }
    return { ...printer, token };
  };

  return {
    async search() {
      const { printers: found, unsearched } = await printers.discover();
      return { printers: onceEach(found).map(keep), unsearched };
    },
    at(address) {
      const id = networkPrinterAt(address);
      if (!id.ok) return id;
      const label = id.value.replace(/:\d+$/, '');
      return ok(keep({ target: { kind: 'tcp9100', id: id.value }, label, place: label }));
    },
    byToken: (token) => byToken.get(token) ?? null,
  };
}

/** Returns each printer once. A printer on a cable can be found by two transports: the first one without a problem is kept. */
function onceEach(printers: readonly FoundPrinter[]): FoundPrinter[] {
  const byId = Map.groupBy(printers, ({ target }) => target.id);
  return [...byId.values()].flatMap(
    (ways) => ways.find(({ problem }) => problem === undefined) ?? ways[0] ?? [],
  );
}
