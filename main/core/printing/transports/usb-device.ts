/**
 * What is used of a device of `usb` 3.1.0. Its own types are the browser's WebUSB, which lack the time limit of a
 * transfer (without one a second is taken) and which a program for Node does not have.
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
  /** Opens the device to read it: throws where the system denies that. */
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

/** All devices that are plugged in. Rejects where the package does not load or the system shows no USB. */
export async function usbDevices(): Promise<readonly UsbDevice[]> {
  const { usb } = await import('usb');
  const devices: readonly unknown[] = await usb.getDevices();
  return devices as readonly UsbDevice[];
}
