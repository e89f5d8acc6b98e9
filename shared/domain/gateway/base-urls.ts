/**
 * The known addresses of the gateway (section 1.1). The white label Conexão Rede may have its own production host, which no
 * public source names. Therefore the address can also be typed.
 */
export const GATEWAY_BASE_URLS = {
  staging: 'https://api-staging.shipay.com.br',
  production: 'https://api.shipay.com.br',
} as const;
