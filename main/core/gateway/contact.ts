import type { Result } from '../../../shared/kernel/result.ts';
import type { Clock, EpochMs } from '../../../shared/kernel/time.ts';
import type { Gateway, GatewayFailure } from './port.ts';

/** Whether the gateway answers: learned from its answers, not from the network card (rule 5). */
export interface Contact {
  readonly online: boolean;
  readonly lastContactAt: EpochMs | null;
  /** Since when it has not answered; null while it does. */
  readonly silentSince: EpochMs | null;
}

/** Answers missed in a row that make the till say that the connection is gone; one is an accident. */
const SILENCE = 2;

/** The same gateway, listened to. `onChange` runs when it begins or stops answering. */
export function listenTo(
  gateway: Gateway,
  clock: Clock,
  onChange: (contact: Contact) => void,
): { gateway: Gateway; contact(): Contact } {
  let contact: Contact = { online: true, lastContactAt: null, silentSince: null };
  let missed = 0;

  const heard = (): void => {
    missed = 0;
    const changed = !contact.online || contact.lastContactAt === null || contact.silentSince !== null;
    contact = { online: true, lastContactAt: clock.now(), silentSince: null };
    if (changed) onChange(contact);
  };

  const unheard = (certain: boolean): void => {
    missed += 1;
    const online = contact.online && !certain && missed < SILENCE;
    const changed = online !== contact.online || contact.silentSince === null;
    contact = { ...contact, online, silentSince: contact.silentSince ?? clock.now() };
    if (changed) onChange(contact);
  };

  const listen = async <T>(
    answer: Promise<Result<T, GatewayFailure>>,
  ): Promise<Result<T, GatewayFailure>> => {
    const result = await answer;
    if (result.ok || result.error.kind === 'refused') heard();
    else unheard(result.error.kind === 'unreachable');
    return result;
  };

  return {
    contact: () => contact,
    gateway: {
      login: () => listen(gateway.login()),
      wallets: () => listen(gateway.wallets()),
      create: (order) => listen(gateway.create(order)),
      read: (handle) => listen(gateway.read(handle)),
      cancel: (handle) => listen(gateway.cancel(handle)),
      refund: (handle, amount) => listen(gateway.refund(handle, amount)),
      find: (orderRef, since, rest) => listen(gateway.find(orderRef, since, rest)),
      now: () => gateway.now(),
    },
  };
}
