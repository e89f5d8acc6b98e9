/** The shop of the training gateway. A payer sees this name as the receiver. */
export const TRAINING_SHOP = {
  receiverName: 'LOJA DE TREINAMENTO',
  receiverCity: 'SAO PAULO',
  customerId: '5a0c7f1e-3d42-4b8a-9c6d-7e8f9a0b1c2d',
  customerName: 'Comércio de Treinamento Ltda',
  storeId: '6b1d8a2f-4e53-4c9b-8d7e-8f9a0b1c2d3e',
  storeName: 'Loja de treinamento',
  tillId: '7c2e9b30-5f64-4dac-9e8f-9a0b1c2d3e4f',
  tillName: 'Caixa de treinamento',
} as const;

/** The details for `/orderv`. The document is invented and its check digits are right. */
export const TRAINING_VARIABLE_EXPIRY = {
  buyer: { name: 'Comercio de Treinamento', document: '11222333000181' },
} as const;
