import { byWindow } from '../../../shared/domain/ledger-event/by.ts';
import { createPeopleRows } from '../../../main/core/directory/people/people-rows.ts';
import { pinDigest } from '../../../main/core/ledger/projections/people-event.ts';
import { storageErrorCode } from '../../../main/core/ledger/storage-error.ts';
import type { Till } from '../../../main/core/till/till.ts';
import { Crash } from '../crashing-database.ts';
import type { PinAct } from '../story/story.ts';
import type { World } from '../world.ts';

const PERSON = { id: 'dora', name: 'Dora', role: 'operator' } as const;
const FIRST_PIN = '802513';
/** The hash of the first PIN by scrypt with N=2, which is checked at once. Only a changed PIN costs a third of a second. */
const FIRST_HASH = 'scrypt$2$1$1$YmFsY2FvLXRlc3Qtc2FsdA$byzy1oNecTCbN6v0m0f_2JGKSduB_1ZB3hI2h63xGlU';
const WRONG_PIN = '111222';
const MANAGER = 'marta';

/** Tries, changes and unlocks the PIN of a person, as the sign-in screen and the settings do. */
export function createPinHand(
  world: World,
  claim: (holds: boolean, what: string) => void,
): { act(act: PinAct): void } {
  /** The PINs that may be the person's: two if the till died while it changed the PIN. */
  let possible: readonly string[] = [FIRST_PIN];
  let old = FIRST_PIN;
  let changes = 0;
  let isKnownLocked = false;

  const hire = (till: Till): void => {
    if (till.operators.byId(PERSON.id) !== null) return;
    const body = { ...PERSON, pinDigest: pinDigest(FIRST_HASH) };
    till.ledger.record('operator-added', body, byWindow(MANAGER), (at) =>
      createPeopleRows(till.ledger.db).insert({ ...PERSON, pin_hash: FIRST_HASH }, at),
    );
  };

  const tryPin = async (till: Till, pin: string): Promise<void> => {
    const result = await till.operators.check(PERSON.id, pin, { channel: 'window' });
    world.note(`PIN ${pin}: ${result.ok ? 'right' : result.error.code}`);
    if (result.ok) {
      claim(possible.includes(pin), 'a PIN that the person does not have is right');
      claim(!isKnownLocked, 'a locked PIN is checked');
      possible = [pin];
    } else if (result.error.code === 'wrong-pin') {
      claim(
        possible.some((each) => each !== pin),
        'the PIN of the person is wrong',
      );
      possible = possible.filter((each) => each !== pin);
    } else if (result.error.code === 'pin-locked') isKnownLocked = true;
  };

  const changePin = async (till: Till): Promise<void> => {
    changes += 1;
    const pin = String(700_000 + changes);
    const before = possible;
    possible = [...before, pin];
    try {
      await till.operators.setPin(PERSON.id, pin, byWindow(MANAGER));
      old = before[0] ?? old;
      possible = [pin];
      isKnownLocked = false;
      world.note(`the PIN is ${pin}`);
    } catch (error) {
      if (storageErrorCode(error) !== null) possible = before;
      // The death may have come after the write.
      else isKnownLocked = false;
      throw error;
    }
  };

  const carryOut = async (till: Till, act: PinAct): Promise<void> => {
    hire(till);
    switch (act.do) {
      case 'try-pin':
        return tryPin(till, { right: possible[0] ?? old, old, wrong: WRONG_PIN }[act.pin]);
      case 'change-pin':
        return changePin(till);
      case 'unlock-pin':
        till.operators.unlock(PERSON.id, byWindow(MANAGER));
        isKnownLocked = false;
    }
  };

  return {
    act(act) {
      const till = world.till();
      if (till === null) return;
      world.time.standStillFor(
        carryOut(till, act).catch((error: unknown) => {
          if (storageErrorCode(error) !== null) world.note('storage-failed');
          else if (!(error instanceof Crash)) world.bugs.push(`${act.do}: ${String(error)}`);
        }),
      );
    },
  };
}
