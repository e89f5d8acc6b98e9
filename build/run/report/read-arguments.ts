import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isBusinessDay } from '../../../shared/domain/business-day/business-day.ts';
import type { ReportFormat } from '../../../shared/contract/exports.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

export const USAGE = `Uso: npm run report -- --data-dir PASTA --from AAAA-MM-DD --to AAAA-MM-DD --out ARQUIVO.xlsx|.csv

  --data-dir PASTA   pasta de dados de um Balcão, aberto ou não; nenhuma venda muda, mas ela
                     precisa aceitar gravação
  --from DIA         primeiro dia do relatório
  --to DIA           último dia do relatório, inteiro
  --out ARQUIVO      onde gravar: .xlsx (resumo, dias e vendas) ou .csv (só as vendas)
  --replace          substitui o arquivo, se já existir
  --training         as vendas do treinamento, mesmo que haja vendas de verdade`;

/** The arguments of `npm run report`. Paths are absolute, and the days exist and are in order. */
export interface ReportArguments {
  readonly dataDir: string;
  readonly from: string;
  readonly to: string;
  readonly out: string;
  readonly format: ReportFormat;
  readonly replace: boolean;
  readonly training: boolean;
}

/**
 * Reads the arguments. Relative paths begin at the folder `here`. An error is a sentence that says what is wrong. `help`: only
 * the help was requested.
 */
export function readArguments(
  argv: readonly string[],
  here: string,
): Result<ReportArguments | 'help', string> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { from, to, out, 'data-dir': folder, replace, training, help } = parsed.value;
  if (help) return ok('help');
  if (folder === undefined || folder === '') return err('Falta --data-dir PASTA.');
  if (from === undefined) return err('Falta --from AAAA-MM-DD.');
  if (to === undefined) return err('Falta --to AAAA-MM-DD.');
  if (out === undefined || out === '') return err('Falta --out ARQUIVO.');
  if (!isBusinessDay(from)) return err(`--from ${from}: deve ser um dia que existe, AAAA-MM-DD.`);
  if (!isBusinessDay(to)) return err(`--to ${to}: deve ser um dia que existe, AAAA-MM-DD.`);
  if (to < from) return err(`--to ${to} vem antes de --from ${from}.`);
  const format = /\.(xlsx|csv)$/i.exec(out)?.[1]?.toLowerCase();
  if (format !== 'xlsx' && format !== 'csv') return err(`--out ${out}: deve terminar em .xlsx ou .csv.`);
  const [dataDir, target] = [resolve(here, folder), resolve(here, out)];
  return ok({ dataDir, from, to, out: target, format, replace, training });
}

function parse(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        'data-dir': { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        out: { type: 'string' },
        replace: { type: 'boolean', default: false },
        training: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return ok(values);
  } catch (error) {
    // parseArgs reports an unknown argument only in this English sentence, with the argument between quotes.
    const message = error instanceof Error ? error.message : String(error);
    const argument = /'(?:-\w, )?([^' ]*)/.exec(message)?.[1] ?? '';
    const isIncomplete = codeOf(error) === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE';
    return err(`${isIncomplete ? 'Argumento incompleto' : 'Argumento desconhecido'}: ${argument}`);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
