import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

export const USAGE = `Uso: npm run personal-data -- --data-dir PASTA (--charge ID | --reference TEXTO | --person NOME) --out ARQUIVO.json

  --data-dir PASTA   pasta de dados de um Balcão, aberto ou não; nada muda nela
  --charge ID        uma cobrança
  --reference TEXTO  todas as cobranças com esta referência, inteira
  --person NOME      uma pessoa do caixa, pelo nome ou pelo id: o que ela fez e o que o caixa diz dela
  --out ARQUIVO      onde gravar, em .json
  --replace          substitui o arquivo, se já existir
  --training         os dados do treinamento, mesmo que haja vendas de verdade`;

/** Whose data is asked for. */
export type Wanted =
  | { readonly by: 'charge'; readonly text: string }
  | { readonly by: 'reference'; readonly text: string }
  | { readonly by: 'person'; readonly text: string };

/** The arguments of `npm run personal-data`. Paths are absolute. */
export interface DataArguments {
  readonly dataDir: string;
  readonly wanted: Wanted;
  readonly out: string;
  readonly replace: boolean;
  readonly training: boolean;
}

/** Reads the arguments. Relative paths begin at the folder `here`. An error is a sentence that says what is wrong. */
export function readArguments(argv: readonly string[], here: string): Result<DataArguments | 'help', string> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { 'data-dir': folder = '', out = '', replace, training, help, ...named } = parsed.value;
  if (help) return ok('help');
  if (folder === '') return err('Falta --data-dir PASTA.');
  const all = (['charge', 'reference', 'person'] as const).flatMap((by): Wanted[] => {
    const text = named[by] ?? '';
    return text === '' ? [] : [{ by, text }];
  });
  const [wanted] = all;
  if (wanted === undefined || all.length > 1) return err('Dê um de --charge, --reference ou --person.');
  if (!/\.json$/i.test(out)) return err(`--out ${out}: deve ser um arquivo .json.`);
  return ok({ dataDir: resolve(here, folder), wanted, out: resolve(here, out), replace, training });
}

function parse(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        'data-dir': { type: 'string' },
        charge: { type: 'string' },
        reference: { type: 'string' },
        person: { type: 'string' },
        out: { type: 'string' },
        replace: { type: 'boolean', default: false },
        training: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return ok(values);
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
