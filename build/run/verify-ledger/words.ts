import type { FaultCode } from '../../../main/core/ledger/verify/fault.ts';
import type { StorageErrorCode } from '../../../main/core/ledger/storage-error.ts';

/** The faults in words for a person at a terminal. */
export const FAULTS: Record<FaultCode, string> = {
  page: 'o arquivo não pode ser lido até o fim, ou um índice não diz o que a tabela diz',
  'row-missing': 'falta a linha',
  hash: 'a linha, ou a ordem das linhas, foi mudada: o hash não segue o da linha anterior',
  event: 'esta linha não pode ter acontecido',
  body: 'o conteúdo desta linha não tem a forma do seu tipo',
  identity: 'os dados devem dizer uma vez, e só uma, de que caixa são',
  'charge-missing': 'a cobrança está nas linhas e falta na tabela',
  'charge-unknown': 'a cobrança está na tabela e não está em nenhuma linha',
  charge: 'a cobrança não está como as linhas dizem',
  attempt: 'as tentativas da cobrança não estão como as linhas dizem',
  shift: 'o turno não está como as linhas dizem',
  closing: 'o fechamento guardado não é o que a linha diz',
  figures: 'os totais do fechamento não são os das linhas do turno',
  setting: 'o ajuste não está como as linhas dizem',
  operator: 'a pessoa, ou o que ela pode fazer, não está como as linhas dizem',
  cell: 'o total que o gerente vê não é o das cobranças',
  table: 'a tabela do banco não é a deste Balcão',
  guard: 'o que impede mudar linhas, ou mantém totais e índices, não é o deste Balcão',
  text: 'o texto guardado ao lado da linha não é o dela, falta sem ter sido apagado, ou ficou depois de apagado',
  signature: 'a assinatura do fechamento não é a da linha, ou é de outra chave que a do papel',
  outside:
    'os dados não passam pelo registro que este computador guarda fora da pasta: são antigos, foram cortados ou reescritos',
};

/** Why a ledger could not be checked, and what to do. Other errors have no words here. */
export const NOT_READ: Partial<Record<StorageErrorCode, string>> = {
  'disk-full': 'falta espaço para a cópia em que se confere. Libere espaço na pasta temporária do sistema.',
  'read-only': 'sem permissão para ler o arquivo. Confira como a pessoa que usa o Balcão.',
  'held-by-another-program': 'outro programa está com o arquivo aberto. Feche-o e confira de novo.',
  busy: 'outro programa ocupa o arquivo. Feche-o e confira de novo.',
  'io-error': 'o disco não respondeu. Copie a pasta para outro disco e confira a cópia.',
};
