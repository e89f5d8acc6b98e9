/**
 * The used part of a device of `usb` 3.1.0. Its types are those of WebUSB in the browser. They lack the time limit of a
 * transfer, which is a second by default, and Node programs do not have them.
 */
export interface UsbDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly manufacturerName: string | null;
  readonly productName: string | null;
  readonly serialNumber: string | null;
  readonly bus: string;
  readonly ports: readonly number[];
  readonly opened: boolean;
  /** The configuration. Reading it opens the device, and throws if the system denies that. */
  readonly configuration: { readonly interfaces: readonly UsbInterface[] } | null | undefined;
  open(): Promise<void>;
  close(): Promise<void>;
  claimInterface(number: number): Promise<void>;
  releaseInterface(number: number): Promise<void>;
  detachKernelDriver(number: number): Promise<void>;
  attachKernelDriver(number: number): Promise<void>;
  transferOut(endpoint: number, bytes: Uint8Array, timeoutMs: number): Promise<unknown>;
  transferIn(endpoint: number, length: number, timeoutMs: number): Promise<{ readonly data?: DataView }>;
}

export interface UsbInterface {
  readonly interfaceNumber: number;
  readonly alternate: {
    readonly interfaceClass: number;
    readonly endpoints: readonly {
      readonly endpointNumber: number;
      readonly direction: string;
      readonly type: string;
    }[];
  };
}

/** Returns all plugged-in devices. Rejects if the package does not load or the system shows no USB. */
export async function usbDevices(): Promise<readonly UsbDevice[]> {
  const { usb } = await import('usb');
  const devices: readonly unknown[] = await usb.getDevices();
  return devices as readonly UsbDevice[];
}
