import { expect, test } from 'vitest';
import { othersIn } from '../../../../main/core/ledger/rights/trustees.ts';

const ACCOUNT = 'S-1-5-21-1004336348-1177238915-682003330-1001';

test.each([
  ['a folder of the profile', `D:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;FA;;;${ACCOUNT})`, []],
  [
    'a folder that was closed',
    `D:PAI(A;OICI;RC;;;OW)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;${ACCOUNT})`,
    [],
  ],
  ['the account Administrator', 'D:(A;;FA;;;LA)', []],
  ['who makes a file', 'D:(A;OICIIOID;GA;;;CO)', []],
  [
    // What a new folder of %ProgramData% has.
    'a folder of all programs',
    'D:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIIOID;GA;;;CO)(A;OICIID;0x1200a9;;;BU)(A;CIID;DCLCRPCR;;;BU)',
    ['S-1-5-32-545'],
  ],
  ['everybody', 'D:(A;;FA;;;WD)(A;;FR;;;AU)', ['S-1-1-0', 'S-1-5-11']],
  ['by number', 'D:(A;;FA;;;S-1-5-32-546)', ['S-1-5-32-546']],
  ['the users of a domain', 'D:(A;;FR;;;DU)', ['DU']],
  ['on a condition', 'D:(XA;;FX;;;BU;(Member_of {SID(BA)}))', ['S-1-5-32-545']],
  ['no list', '', ['S-1-1-0']],
  ['an absent list', 'D:NO_ACCESS_CONTROL', ['S-1-1-0']],
  ['an empty list: no rights for anybody', 'D:P', []],
  ['a refusal', 'D:(D;;FA;;;WD)', []],
])('who else has rights: %s', (_, sddl, others) => {
  expect(othersIn(sddl)).toEqual(others);
});
