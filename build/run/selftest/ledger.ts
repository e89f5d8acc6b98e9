import { coreNode } from '../../electron/core-node.ts';
import { repoRoot } from '../repo-root.ts';
import { runCommand } from '../run-command.ts';
import { attention, error, works, type Check } from './finding.ts';

const NOTHING_THERE = 'Não há dados de um Balcão';

/** Opens and verifies every ledger of the data folder, with the program that an auditor uses. A till may have it open. */
export function ledgerCheck(dataDir: string): Check {
  return {
    name: 'Registro de vendas',
    async run() {
      const program = ['build/run/verify-ledger.ts', '--data-dir', dataDir];
      const { code, stdout, stderr } = await runCommand(coreNode(), program, { cwd: repoRoot });
      const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
      if (code === 0) return lines.map(works);
      if (stderr.includes(NOTHING_THERE)) return [attention('ainda não há vendas nesta pasta')];
      return lines.map(error);
    },
  };
}
