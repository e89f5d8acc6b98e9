import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const GADGETS = '/sys/kernel/config/usb_gadget';
/** The number of US English in USB. */
const ENGLISH = '0x409';

/** The description of a device. */
export interface GadgetIdentity {
  readonly vendor: string;
  readonly product: string;
  readonly maker: string;
  readonly model: string;
  readonly serial: string;
}

/** A device at the other end of a USB cable of this machine. */
export interface Gadget {
  plug(): Promise<void>;
  unplug(): Promise<void>;
}

/**
 * Makes a USB device from one of the kernel's functions. It is not plugged in yet. Source: the kernel's
 * Documentation/usb/gadget_configfs.rst and ABI/testing/configfs-usb-gadget-*.
 *
 * @param socket a socket of dummy_hcd: `dummy_udc.0`.
 * @param attributes of the function, by name.
 */
export async function createGadget(
  socket: string,
  identity: GadgetIdentity,
  kind: 'printer' | 'acm',
  attributes: Readonly<Record<string, string>> = {},
): Promise<Gadget> {
  const folder = join(GADGETS, kind);
  const strings = join(folder, 'strings', ENGLISH);
  const kernelFunction = join(folder, 'functions', `${kind}.0`);
  const configuration = join(folder, 'configs/c.1');
  for (const each of [folder, strings, kernelFunction, configuration]) await mkdir(each);
  await writeFile(join(folder, 'idVendor'), `0x${identity.vendor}`);
  await writeFile(join(folder, 'idProduct'), `0x${identity.product}`);
  await writeFile(join(folder, 'bcdUSB'), '0x0200');
  await writeFile(join(strings, 'manufacturer'), identity.maker);
  await writeFile(join(strings, 'product'), identity.model);
  await writeFile(join(strings, 'serialnumber'), identity.serial);
  for (const [name, value] of Object.entries(attributes)) await writeFile(join(kernelFunction, name), value);
  await symlink(kernelFunction, join(configuration, `${kind}.0`));

  const put = async (text: string): Promise<void> => writeFile(join(folder, 'UDC'), text);
  return { plug: async () => put(`${socket}\n`), unplug: async () => put('\n') };
}
