/** A USB device by what stays when it is plugged in elsewhere. */
export interface UsbIdentity {
  /** Lower-case hex, four digits. */
  readonly vendor: string;
  readonly product: string;
  /** Empty for a device without one. */
  readonly serial: string;
  /** Where it is plugged in, as Linux names it: `1-2.3`. */
  readonly port: string;
}

/** `04b8:0e28:SIM0001`; without a serial number the port stands for it: `04b8:0e28@1-2`. */
export function usbId(device: UsbIdentity): string {
  const kind = `${device.vendor}:${device.product}`;
  return device.serial === '' ? `${kind}@${device.port}` : `${kind}:${device.serial}`;
}

/**
 * The device that a saved id means. One without a serial number that has been plugged in elsewhere is still found, as
 * long as it is the only one of its model.
 */
export function findByUsbId<T extends UsbIdentity>(devices: readonly T[], id: string): T | undefined {
  const exact = devices.find((device) => usbId(device) === id);
  if (exact !== undefined || !id.includes('@')) return exact;
  const model = id.slice(0, id.indexOf('@'));
  const alike = devices.filter((device) => device.serial === '' && usbId(device).startsWith(`${model}@`));
  return alike.length === 1 ? alike[0] : undefined;
}

/** Four lower-case hex digits. */
export function hex4(value: number): string {
  return value.toString(16).padStart(4, '0');
}
