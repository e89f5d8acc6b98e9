import type { Slip } from '../../../main/core/printing/desk/slip-request.ts';
import type { Temper } from '../model/temper.ts';
import type { PrinterTemper } from '../model/model-printer.ts';
import type { Weather } from '../model/faulty-network.ts';

/** What a shop is like for the whole of a story. */
export interface Setting {
  /** The first number of all chance that no step draws: of the first start and of the rest at the end. */
  readonly chance: number;
  /** Whether the till has a printer, and what that does unasked. */
  readonly printer: { readonly automatic: boolean; readonly drawer: boolean } | null;
  readonly family: 'order' | 'orderv';
  readonly gateway: {
    /** How far the gateway's clock is ahead of the true time, ms. */
    readonly clockAhead: number;
    /** How it writes amounts: a number, a text, or a number with the tail of a binary fraction. */
    readonly amountsAs: 'number' | 'text' | 'tail';
  };
  /** Whether the story ends with a day of rest, in which every watch comes to its end. */
  readonly wholeDay: boolean;
  /** Whether the last shift is closed, and all closings are added up. */
  readonly closes: boolean;
  /** Whether the keys change outside Balcão. */
  readonly keysChange?: true;
  /** Whether PINs are tried and changed. A check of a PIN takes real time. */
  readonly pins?: true;
}

/** What goes wrong from a step on; what is not named stays as it was. */
export interface Troubles {
  /** Laid over a clear sky. */
  readonly weather?: Partial<Weather>;
  /** Nothing leaves for this long, ms: an interruption that ends by itself. */
  readonly blip?: number;
  /** Laid over a calm gateway. */
  readonly temper?: Partial<Temper>;
  /** Laid over a printer that is well; a person has also mended what it kept. */
  readonly printer?: Partial<PrinterTemper>;
  readonly expireTokens?: true;
  /** The till dies at its nth write from now. */
  readonly diesAtWrite?: number;
  readonly dies?: true;
  /** The machine's clock jumps, ms. */
  readonly clock?: number;
  /** The disk takes nothing during this step. */
  readonly diskFull?: true;
  /** The machine sleeps, ms. */
  readonly sleep?: number;
  /** The till dies, and starts with the keys of another account. */
  readonly otherKeys?: true;
  /** The till dies, and its ledger is restored from the last backup and what the file still proves. */
  readonly restore?: true;
}

/** What a person does at the till. What does not apply any more when it comes is refused by the till, and that is part of the story. */
export type Act =
  | { readonly do: 'sell'; readonly amount: number; readonly repeat?: 'same-again' | 'another' }
  | { readonly do: 'finalize' | 'give-up' | 'extend' | 'retry' | 'look' }
  /** `part` of what can be refunded, above 0 and up to 1. */
  | { readonly do: 'refund'; readonly of: 'current' | 'newest'; readonly part: number }
  /** Something that waits beside the counter. `which` is a fraction of the list. */
  | {
      readonly do: 'settle';
      readonly which: number;
      readonly late: 'refund' | 'keep';
      readonly hanging: 'wait' | 'paid' | 'not-paid';
    }
  | { readonly do: 'close-shift' }
  /** Locks the till. Until it is unlocked, only that is done at it. */
  | { readonly do: 'lock' }
  /** Unlocks it, as its operator (null), or as another one, who takes over the shift. */
  | { readonly do: 'unlock'; readonly operator: string | null }
  | { readonly do: 'open-shift'; readonly operator: string }
  | { readonly do: 'back-up' }
  /** A manager confirms the keys in use. */
  | { readonly do: 'confirm-keys' }
  | PinAct
  | { readonly do: 'print'; readonly slip: Slip }
  /** The oldest question of the printer: what the person says if the slip lies there whole, and if it does not. */
  | { readonly do: 'answer-slip'; readonly whole: SlipWord; readonly otherwise: SlipWord };

/** Acts on the PIN of the person of a story. A manager changes it, or lifts its lock. */
export type PinAct =
  | { readonly do: 'try-pin'; readonly pin: 'right' | 'old' | 'wrong' }
  | { readonly do: 'change-pin' | 'unlock-pin' };

export type SlipWord = 'came-out' | 'again' | 'drop';

/** One glance at the screen: what goes wrong before it, what the person does, and how long until the next. */
export interface Step {
  /** Seeds all that is left to chance until the next step. */
  readonly chance: number;
  readonly troubles?: Troubles;
  readonly acts: readonly Act[];
  /** ms. */
  readonly wait: number;
  /** A till that is off is started at the end of the step. */
  readonly starts?: true;
}

/** A story as data: it can be told again, shortened, and kept as a test. */
export interface Story {
  readonly setting: Setting;
  readonly steps: readonly Step[];
}
