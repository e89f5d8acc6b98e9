/** The ways to a printer. `devfile` is Linux's /dev/usb/lp*, `spooler` the system's own queue, `file` a path to write to. */
export const TRANSPORT_KINDS = ['usb', 'devfile', 'serial', 'tcp9100', 'spooler', 'file'] as const;
export type TransportKind = (typeof TRANSPORT_KINDS)[number];

/** A printer by what stays the same when it is unplugged, moved to another port or switched off over night. */
export interface PrinterTarget {
  readonly kind: TransportKind;
  /**
   * usb, devfile and serial: `vid:pid:serial` in lower-case hex (`04b8:0e28:SIM0001`); a device without a serial number
   * has its port instead (`04b8:0e28@1-2`), a serial port that is no USB device its path (`/dev/ttyS0`, `COM3`).
   * tcp9100: `host:port`. spooler: the queue's name. file: an absolute path.
   */
  readonly id: string;
  /** Bits per second of a serial printer; 9600 where nothing is said. No part of the identity. */
  readonly baudRate?: number | undefined;
}

/** What writes a printer's bytes: `pos` unless a printer needs the other. */
export type EncoderKind = 'pos' | 'escpos';
