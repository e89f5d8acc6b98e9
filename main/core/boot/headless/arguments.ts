import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { folderOption, portOption } from '../option-values.ts';

export interface HeadlessArguments {
  /** Absolute. */
  readonly dataDir: string;
  /** Null: the default port, or a free one. 0: a free one. */
  readonly apiPort: number | null;
  /** Null is training. */
  readonly credentialsFile: string | null;
  readonly managerPinFile: string | null;
  /** True if the manager gets the PIN of the file also if there is one already. */
  readonly recoverManager: boolean;
  /** The PIN of the file confirms keys that the ledger does not know. */
  readonly confirmKeys: boolean;
}

export const USAGE = `Uso: npm run headless -- --data-dir PASTA [--api-port N] [--gateway training | --credentials ARQUIVO] [--manager-pin-file ARQUIVO] [--recover-manager] [--confirm-keys]

  --data-dir PASTA            onde este caixa guarda tudo; é criada se não existir (obrigatório)
  --api-port N                porta da API local em 127.0.0.1; 0 escolhe uma livre
  --gateway training          treinamento: nenhum dinheiro se move (é o padrão)
  --credentials ARQUIVO       JSON {baseUrl, accessKey, secretKey, clientId}, modo 0600
  --manager-pin-file ARQUIVO  PIN do gerente, modo 0600; usado na primeira vez e com as duas opções seguintes
  --recover-manager           troca o PIN do gerente pelo do arquivo e o desbloqueia; fica registrado
  --confirm-keys              um gerente confere chaves trocadas: o PIN dele é o de --manager-pin-file
`;

/** Reads the command line. The error is a sentence that says what to do. */
export function readArguments(argv: readonly string[]): Result<HeadlessArguments, string> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { 'data-dir': dataDir, 'api-port': port, gateway, credentials } = parsed.value;
  if (dataDir === undefined || dataDir.trim() === '') return err('Falta --data-dir PASTA.');
  const folder = folderOption('--data-dir', dataDir);
  if (!folder.ok) return folder;
  const apiPort = port === undefined ? ok(null) : portOption('--api-port', port);
  if (!apiPort.ok) return apiPort;
  if (gateway !== undefined && gateway !== 'training')
    return err(
      `--gateway ${gateway}: só existe "training"; para dinheiro de verdade use --credentials ARQUIVO.`,
    );
  if (gateway !== undefined && credentials !== undefined)
    return err('Use --gateway training ou --credentials ARQUIVO, não os dois.');
  const recoverManager = parsed.value['recover-manager'] === true;
  if (recoverManager && parsed.value['manager-pin-file'] === undefined)
    return err('--recover-manager precisa de --manager-pin-file ARQUIVO.');
  const confirmKeys = parsed.value['confirm-keys'] ?? false;
  if (confirmKeys && parsed.value['manager-pin-file'] === undefined)
    return err('--confirm-keys precisa de --manager-pin-file ARQUIVO com o PIN de um gerente deste caixa.');
  return ok({
    dataDir: folder.value,
    confirmKeys,
    apiPort: apiPort.value,
    credentialsFile: credentials === undefined ? null : resolve(credentials),
    managerPinFile:
      parsed.value['manager-pin-file'] === undefined ? null : resolve(parsed.value['manager-pin-file']),
    recoverManager,
  });
}

interface Values {
  'data-dir'?: string;
  'api-port'?: string;
  gateway?: string;
  credentials?: string;
  'manager-pin-file'?: string;
  'recover-manager'?: boolean;
  'confirm-keys'?: boolean;
}

function parse(argv: readonly string[]): Result<Values, string> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      strict: true,
      allowPositionals: false,
      options: {
        'data-dir': { type: 'string' },
        'api-port': { type: 'string' },
        gateway: { type: 'string' },
        credentials: { type: 'string' },
        'manager-pin-file': { type: 'string' },
        'recover-manager': { type: 'boolean' },
        'confirm-keys': { type: 'boolean' },
      },
    });
    return ok(values);
  } catch (error) {
    // parseArgs throws for an unknown option. Its text names the option.
    return err(error instanceof Error ? error.message : String(error));
  }
}
