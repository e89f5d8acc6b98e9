import { globSync, readFileSync } from 'node:fs';
import koffi from 'koffi';
import { attention, works, type Check } from './finding.ts';

/** SM_CMONITORS: the display monitors on a desktop (learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getsystemmetrics). */
const SM_CMONITORS = 80;

/** Counts the monitors: the cashier's and the customer's. */
export function displaysCheck(count: () => number | null = countMonitors): Check {
  return {
    name: 'Monitores',
    async run() {
      const monitors = count();
      if (monitors === null || monitors === 0)
        return [attention('o sistema não diz quantos monitores há. Confira em Ajustes, Telas.')];
      return [
        monitors > 1
          ? works(`${monitors} monitores: um para o caixa e um para o cliente`)
          : attention(
              'um monitor só: o QR aparece na tela do caixa. Ligue o segundo e estenda a área de trabalho.',
            ),
      ];
    },
  };
}

function countMonitors(): number | null {
  if (process.platform === 'win32') {
    const metrics = koffi.load('user32.dll').func('int __stdcall GetSystemMetrics(int index)');
    return metrics(SM_CMONITORS) as number;
  }
  if (process.platform !== 'linux') return null;
  const connectors = globSync('/sys/class/drm/card*-*/status');
  return connectors.filter((file) => readFileSync(file, 'utf8').trim() === 'connected').length;
}
