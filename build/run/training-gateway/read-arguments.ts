import { parseArgs } from 'node:util';
import { folderOption, portOption } from '../../../main/core/boot/option-values.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

export interface TrainingArguments {
  /** 0: a free port. */
  readonly port: number;
  readonly strict: boolean;
  /** Absolute. Null: orders and keys end with the process. */
  readonly dataDir: string | null;
}

export const USAGE = `Uso: npm run -s training-gateway -- --port N [--strict] [--data-dir PASTA]

  --port N           porta em 127.0.0.1; 0 escolhe uma livre (obrigatório)
  --strict           recusa o que a documentação publicada não permite: números em texto, mais decimais, preços negativos
  --data-dir PASTA   guarda os pedidos e as chaves entre uma execução e outra; é criada se não existir
`;

/** Reads the command line. The error is a sentence that says what to do. */
export function readArguments(argv: readonly string[]): Result<TrainingArguments, string> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { port, strict = false, 'data-dir': dataDir } = parsed.value;
  if (port === undefined) return err('Falta --port N.');
  const number = portOption('--port', port);
  if (!number.ok) return number;
  if (dataDir === undefined) return ok({ port: number.value, strict, dataDir: null });
  if (dataDir.trim() === '') return err('Falta a pasta em --data-dir PASTA.');
  const folder = folderOption('--data-dir', dataDir);
  return folder.ok ? ok({ port: number.value, strict, dataDir: folder.value }) : folder;
}

interface Values {
  readonly port?: string;
  readonly strict?: boolean;
  readonly 'data-dir'?: string;
}

function parse(argv: readonly string[]): Result<Values, string> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      allowPositionals: false,
      options: {
        port: { type: 'string' },
        strict: { type: 'boolean' },
        'data-dir': { type: 'string' },
      },
    });
    return ok(values);
  } catch (error) {
    // parseArgs throws for an unknown option. Its text names the option.
    return err(error instanceof Error ? error.message : String(error));
  }
}
