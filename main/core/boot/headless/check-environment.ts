import type { Credentials } from '../../../../shared/contract/main-port.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';

/**
 * Refuses the variables by which Node would load other code, or trust every server, before the keys are used. The error is a
 * sentence that says what to do. Without keys, and for a gateway of this machine without TLS, nothing is at risk.
 */
export function checkEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  credentials: Credentials | null,
): Result<void, string> {
  if (credentials === null || !credentials.baseUrl.startsWith('https:')) return ok(undefined);
  const found = ['NODE_OPTIONS', 'NODE_TLS_REJECT_UNAUTHORIZED'].filter((name) => (env[name] ?? '') !== '');
  if (found.length === 0) return ok(undefined);
  return err(
    `${found.join(' e ')}: com as chaves da loja, o Balcão não começa com isto no ambiente, porque outro programa poderia ler as chaves. Comece com: env ${found.map((name) => `-u ${name}`).join(' ')} npm run headless -- …`,
  );
}
