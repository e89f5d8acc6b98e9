import { expect, it } from 'vitest';
import { runCommand } from '../../../build/run/run-command.ts';
import { repoRoot } from '../../../build/run/repo-root.ts';

it('npm run demo does the main job in a terminal and ends well', async () => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const demo = await runCommand(process.execPath, ['build/run/demo.ts'], {
    cwd: repoRoot,
    env,
    timeoutMs: 35_000,
  });
  expect(demo.stderr).toBe('');
  expect(demo.code).toBe(0);
  const told = [
    'TREINAMENTO',
    'Cobrança de R$\u00A025,90',
    '█▀█',
    '000201',
    'NÃO PAGO. NÃO ENTREGUE',
    'PAGO. PODE ENTREGAR',
    'COMPROVANTE DE PAGAMENTO',
    'finalizada às',
    'o cliente desiste',
    'cancelada, e a Rede confirmou',
    'total do dia    R$\u00A025,90',
  ];
  let from = 0;
  for (const words of told) {
    const at = demo.stdout.indexOf(words, from);
    expect(at, `${words} after ${demo.stdout.slice(Math.max(0, from - 40), from)}`).toBeGreaterThanOrEqual(0);
    from = at;
  }
});
