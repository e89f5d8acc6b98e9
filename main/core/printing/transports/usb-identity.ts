/** The identity of a USB device, which stays when it is plugged into another port. */
export interface UsbIdentity {
  /** Four digits of lower-case hex. */
  readonly vendor: string;
  readonly product: string;
  /** Empty if the device has none. */
  readonly serial: string;
  /** Its port as Linux names it: `1-2.3`. */
  readonly port: string;
}

/** Returns the id to save: `04b8:0e28:SIM0001`. Without a serial number it has the port: `04b8:0e28@1-2`. */
export function usbId(device: UsbIdentity): string {
  const kind = `${device.vendor}:${device.product}`;
  return device.serial === '' ? `${kind}@${device.port}` : `${kind}:${device.serial}`;
}

/**
 * Returns the device of a saved id. A device without a serial number at another port is found if it is the only one of its
 * model.
 */
export function findByUsbId<T extends UsbIdentity>(devices: readonly T[], id: string): T | undefined {
  const exact = devices.find((device) => usbId(device) === id);
  if (exact !== undefined || !id.includes('@')) return exact;
  const model = id.slice(0, id.indexOf('@'));
  const alike = devices.filter((device) => device.serial === '' && usbId(device).startsWith(`${model}@`));
  return alike.length === 1 ? alike[0] : undefined;
}

/** Returns four lower-case hex digits. */
export function hex4(value: number): string {
  return value.toString(16).padStart(4, '0');
}
