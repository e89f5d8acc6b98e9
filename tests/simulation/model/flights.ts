import type { VirtualTime } from '../virtual-time.ts';

/** Requests that reach the gateway after the till has stopped waiting for them, whether it lives or not. */
export interface Flights {
  land(delayMs: number, arrive: () => void): void;
  /** Lands all that is due within `ms`. Called when the machine falls asleep for so long: the network does not sleep. */
  pass(ms: number): void;
}

export function createFlights(time: VirtualTime): Flights {
  const flights = new Set<{ readonly at: number; readonly arrive: () => void; readonly drop: () => void }>();
  const land = (delayMs: number, arrive: () => void): void => {
    const flight = {
      at: time.elapsed() + delayMs,
      arrive,
      drop: time.after(delayMs, () => {
        flights.delete(flight);
        arrive();
      }),
    };
    flights.add(flight);
  };
  return {
    land,
    pass(ms) {
      const before = [...flights];
      for (const flight of before) {
        flights.delete(flight);
        flight.drop();
        const left = flight.at - time.elapsed() - ms;
        if (left > 0) land(left, flight.arrive);
        else flight.arrive();
      }
    },
  };
}
