/** The doors: of the till, and of the manager’s screens. */
export const signInWords = {
  signIn: {
    title: 'Quem está no caixa?',
    pin: 'PIN de {{name}}',
    pinLabel: 'PIN',
    other: 'Trocar de pessoa',
    trainingPin: 'PIN de treinamento: {{pin}}',
    waiting: 'PIN errado. Tente de novo em {{seconds}} s.',
  },
  managerPin: {
    title: 'Área do gerente',
    detail: 'Vendas do dia, pagamentos e devoluções. Fecha sozinha depois de 5 minutos sem uso.',
  },
} as const;
