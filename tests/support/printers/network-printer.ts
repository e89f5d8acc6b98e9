import type { PrinterSetting } from '../../../main/core/directory/shop/settings.ts';

/** Returns the setting of an Epson network printer without automatic slips. `id` is its `host:port`. */
export function networkPrinter(id = '192.168.0.50:9100'): PrinterSetting {
  return {
    target: { kind: 'tcp9100', id },
    name: 'Balcão',
    profile: 'epson',
    encoder: 'pos',
    automatic: false,
    drawer: false,
  };
}
