import { hasManager } from '../../directory/people/ask-manager.ts';
import type { Till } from '../../till/till.ts';

/** True after the first run. `modeChosen`: a person chose training or production. */
export function isSetUp(till: Till, modeChosen: boolean): boolean {
  return modeChosen && hasManager(till.operators);
}
