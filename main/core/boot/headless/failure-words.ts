import { LONGEST_PIN, SHORTEST_PIN, type PinProblem } from '../../../../shared/domain/people/choose-pin.ts';
import type { ApiFailure } from '../../api/start-api.ts';

/** Why the till cannot start, and what to do about it. */
export const FAILURE_WORDS: Record<ApiFailure | PinProblem | 'unknown-operator', string> = {
  'unknown-operator':
    'Há vários gerentes e nenhum se chama Gerente: --recover-manager não sabe de quem é o PIN. Um deles troca o PIN em Ajustes, Pessoas.',
  'short-pin': `O PIN do gerente, no arquivo de --manager-pin-file, deve ter de ${SHORTEST_PIN.manager} a ${LONGEST_PIN} dígitos. Escreva outro e comece de novo.`,
  'weak-pin':
    'O PIN do gerente, no arquivo de --manager-pin-file, é fácil de adivinhar: não use sequências nem repetições. Escreva outro e comece de novo.',
  'in-use': 'Outro Balcão já usa esta pasta de dados. Feche o outro, ou indique outra pasta com --data-dir.',
  'read-only':
    'A pasta de dados não aceita gravação. Dê ao usuário direito de escrita nela, ou indique outra pasta.',
  'too-many-files':
    'Há arquivos abertos demais neste computador, e o Balcão não pode abrir mais um. Feche outros programas, ou aumente o limite (ulimit -n), e comece de novo.',
  'held-by-another-program':
    'Outro programa está usando os arquivos do Balcão: um antivírus, um backup ou uma sincronização. Espere terminar, ou feche-o, e comece de novo; nada foi alterado.',
  'disk-full': 'O disco está cheio. Libere espaço e comece de novo; nada foi perdido.',
  'from-the-future': 'Os dados são de uma versão mais nova do Balcão e não foram tocados. Atualize o Balcão.',
  'other-mode':
    'A pasta tem os dados de treinamento no lugar dos de produção, ou o contrário, e não foi tocada. Ponha cada ledger.db de volta na sua pasta (training ou production), ou indique outra pasta com --data-dir.',
  'ledger-gone':
    'O arquivo de vendas deste caixa sumiu: o ledger.db que as chaves conhecem não está na pasta production. Ponha de volta a pasta production, com a pasta backups, e comece de novo.',
  'folder-of-others':
    'Outros usuários deste computador podem alterar a pasta de dados, e ela não é deste usuário. Dê a pasta só a ele (Linux: chown e chmod 700; Windows, como administrador: icacls PASTA /setowner CONTA /t, e comece de novo), ou indique outra pasta com --data-dir.',
  busy: 'O banco de dados está ocupado por outro programa. Feche-o e comece de novo.',
  damaged: 'Os dados estão danificados e não há backup que abra. Guarde a pasta e chame o suporte.',
  'io-error': 'O disco respondeu com erro. Verifique o disco e comece de novo.',
  'port-taken': 'A porta da API já está em uso. Indique outra com --api-port N, ou 0 para uma livre.',
  'port-forbidden': 'O sistema não deixa usar esta porta. Indique uma acima de 1023 com --api-port N.',
};
