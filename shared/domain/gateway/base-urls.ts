/**
 * The gateway's known addresses (section 1.1). The white label Conexão Rede may have a production host of its own, which no public
 * source names, so the address can always be typed.
 */
export const GATEWAY_BASE_URLS = {
  staging: 'https://api-staging.shipay.com.br',
  production: 'https://api.shipay.com.br',
} as const;
