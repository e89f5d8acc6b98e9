/** The doors: of the till, and of the manager’s screens. */
export const signInWords = {
  signIn: {
    title: 'Quem está no caixa?',
    pin: 'PIN de {{name}}',
    pinLabel: 'PIN',
    other: 'Trocar de pessoa',
    trainingPin: 'PIN de treinamento: {{pin}}',
    forgotten: 'Esqueceu o PIN? Um gerente troca em Ajustes (F1), Pessoas.',
    forgottenManager:
      'Esqueceu o PIN? Outro gerente troca em Ajustes (F1), Pessoas. Sem outro gerente, use ali as chaves da loja.',
    waiting: 'PIN errado. Tente de novo em {{seconds}} s.',
  },
  leave: {
    menu: 'Bloquear ou fechar',
    title: 'Sair do caixa',
    lock: 'Bloquear: o turno continua aberto, e a tela só volta com um PIN. Se outra pessoa entrar, o turno passa para ela.',
    close: 'Fechar turno: termina o turno e imprime o fechamento.',
    act: 'Bloquear',
  },
  locked: {
    title: 'Caixa bloqueado',
    since: 'Turno de {{name}}, bloqueado às {{time}}.',
    takeOver: '{{name}} assume o turno de {{from}}, com a cobrança aberta, se houver.',
    unlock: 'Desbloquear',
    takeOverAct: 'Assumir o caixa',
  },
  managerPin: {
    title: 'Área do gerente',
    detail: 'Vendas do dia, pagamentos e devoluções. Fecha sozinha depois de 5 minutos sem uso.',
  },
} as const;
