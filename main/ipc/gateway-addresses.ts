import type { z } from 'zod';
import { GATEWAY_ADDRESSES, type GatewayName } from '../../shared/contract/control.ts';
import type { Logger } from '../../shared/kernel/logger.ts';
import type { Clock } from '../../shared/kernel/time.ts';
import type { ControlInput, ControlReply } from '../../shared/rpc/bridge.ts';
import type { CoreClient } from '../../shared/rpc/client.ts';
import { isLoopback } from '../security/loopback.ts';
import { parseUrl } from '../security/parse-url.ts';
import { apart } from './apart.ts';
import type { AskAddress } from './ask-address.ts';

type Gateway = z.infer<typeof GatewayName>;
type Allow = 'vault/allow-address';

/** The addresses to which credentials may be sent. */
export interface GatewayAddresses {
  /** Returns the address of a gateway. An error if it may not be used now. */
  of(
    gateway: Gateway,
  ):
    | { readonly ok: true; readonly value: string }
    | { readonly ok: false; readonly error: 'bad-url' | 'trial-runtime' };
  /** Handles `vault/allow-address`. */
  allow(input: ControlInput<Allow>): Promise<ControlReply<Allow>>;
}

export interface GatewayAddressOptions {
  readonly core: () => CoreClient | null;
  readonly ask: AskAddress;
  /** True in a run from the sources: an address of this machine needs no question there. */
  readonly takesLoopback: boolean;
  /** False on an Electron without security fixes. Then real money is refused. */
  readonly takesRealMoney: boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The time between two questions, ms. */
const QUESTIONS_APART_MS = 3_000;

const refusal = <C extends string>(code: C) => ({ ok: false as const, error: { code, message: code } });

/**
 * Creates the addresses. Those in the program are always known. Another one is allowed by a person in main's dialog, after the
 * core has checked it and the PIN of a manager.
 */
export function createGatewayAddresses(options: GatewayAddressOptions): GatewayAddresses {
  const { core, ask, takesLoopback, takesRealMoney, clock, logger } = options;
  const inTurn = apart(clock, QUESTIONS_APART_MS);
  let other: string | null = null;

  const question = async ({ address, ...signed }: ControlInput<Allow>): Promise<ControlReply<Allow>> => {
    const client = core();
    if (client === null) return refusal('core-restarted');
    const checked = await client.invoke('gateway/check-address', { address, ...signed });
    if (!checked.ok) return checked;
    const { baseUrl } = checked.value;
    const agreed = await ask(baseUrl);
    logger.info('gateway-address-asked', { host: parseUrl(baseUrl)?.host ?? '', agreed });
    if (!agreed) return { ok: true, value: null };
    other = baseUrl;
    return { ok: true, value: { allowed: true } };
  };

  return {
    of(gateway) {
      if (gateway === 'production' && !takesRealMoney) return { ok: false, error: 'trial-runtime' };
      const address = gateway === 'other' ? other : GATEWAY_ADDRESSES[gateway];
      return address === null ? { ok: false, error: 'bad-url' } : { ok: true, value: address };
    },
    async allow(input) {
      const url = parseUrl(input.address.trim());
      if (takesLoopback && url !== null && isLoopback(url)) {
        other = input.address.trim();
        return { ok: true, value: { allowed: true } };
      }
      if (!takesRealMoney) return refusal('trial-runtime');
      return (await inTurn(() => question(input))) ?? refusal('connection-busy');
    },
  };
}
