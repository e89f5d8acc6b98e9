import { error, type Check, type Finding } from './finding.ts';

const MARKS: Record<Finding['state'], string> = {
  works: 'FUNCIONA',
  attention: 'ATENÇÃO ',
  error: 'ERRO    ',
};

/**
 * Runs the checks one after the other and prints a line for each finding. A check that throws is an error of its own, and the
 * others go on. Returns true if nothing is an error.
 */
export async function runChecks(checks: readonly Check[], print: (line: string) => void): Promise<boolean> {
  let isFine = true;
  for (const { name, run } of checks) {
    const findings = await run().catch((bug: unknown) => [
      error(
        `o teste não chegou ao fim: ${bug instanceof Error ? bug.message : String(bug)}. Envie esta linha ao suporte.`,
      ),
    ]);
    for (const { state, words } of findings) {
      print(`${MARKS[state]}  ${name}: ${words}`);
      if (state === 'error') isFine = false;
    }
  }
  print('');
  print(
    isFine ? 'Nada impede o Balcão de vender nesta máquina.' : 'Corrija as linhas com ERRO e teste de novo.',
  );
  return isFine;
}
