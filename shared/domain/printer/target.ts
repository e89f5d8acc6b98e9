/** The kinds of connection to a printer. `devfile`: /dev/usb/lp* of Linux. `spooler`: the system's queue. */
export const TRANSPORT_KINDS = ['usb', 'devfile', 'serial', 'tcp9100', 'spooler'] as const;
export type TransportKind = (typeof TRANSPORT_KINDS)[number];

/** The kinds of a stored printer. `file`: an absolute path, in set-ups of earlier versions. It is not printed to any more. */
export const STORED_KINDS = [...TRANSPORT_KINDS, 'file'] as const;
type StoredKind = (typeof STORED_KINDS)[number];

/** The identity of a printer. It is the same after the printer was unplugged, moved to another port or switched off. */
export interface PrinterTarget {
  readonly kind: StoredKind;
  /**
   * usb, devfile and serial: `vid:pid:serial` in lower-case hex (`04b8:0e28:SIM0001`). A device without a serial number has its
   * port instead (`04b8:0e28@1-2`), a serial port that is not a USB device its path (`/dev/ttyS0`, `COM3`).
   * tcp9100: an address of the shop and port 9100, `10.0.0.7:9100`. spooler: the name of the queue.
   */
  readonly id: string;
  /** Bits per second of a serial printer. Without it 9600. Not part of the identity. */
  readonly baudRate?: number | undefined;
}

/** The encoder of a printer's bytes: `pos`, or `escpos` for a printer that needs it. */
export type EncoderKind = 'pos' | 'escpos';
