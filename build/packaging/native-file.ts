/** The system that a native file is for. A file for several processors, as macOS has them, names all of them. */
export interface NativeFile {
  readonly platform: 'linux' | 'win32' | 'darwin';
  /** Node's words. Another processor is named by its number. */
  readonly archs: readonly string[];
}

/** The bytes from the beginning of a file that `nativeFile` needs. */
export const HEAD_BYTES = 4096;

/** ELF, e_machine (System V ABI, chapter 4). */
const ELF_MACHINES: Readonly<Record<number, string>> = {
  0x03: 'ia32',
  0x28: 'arm',
  0x3e: 'x64',
  0xb7: 'arm64',
};
/** PE, Machine of the COFF header (Microsoft's PE format). */
const PE_MACHINES: Readonly<Record<number, string>> = { 0x14c: 'ia32', 0x8664: 'x64', 0xaa64: 'arm64' };
/** Mach-O, cputype (mach/machine.h). */
const MACH_CPUS: Readonly<Record<number, string>> = { 0x01000007: 'x64', 0x0100000c: 'arm64' };

const FAT_HEADER_BYTES = 8;
const FAT_ARCH_BYTES = 20;
/** Class files of Java begin as fat files of macOS do, and have their version, at least 45, in the place of the count. */
const MOST_FAT_ARCHS = 20;

/** Reads from the beginning of a file what system its code is for. Null: it is not a native file. */
export function nativeFile(head: Buffer): NativeFile | null {
  if (head.length < 64) return null;
  const magic = head.readUInt32BE(0);
  if (magic === 0x7f454c46) return { platform: 'linux', archs: [named(ELF_MACHINES, elfMachine(head))] };
  if (head.toString('latin1', 0, 2) === 'MZ') return peFile(head);
  if (magic === 0xcffaedfe) return { platform: 'darwin', archs: [named(MACH_CPUS, head.readUInt32LE(4))] };
  if (magic === 0xcafebabe) return fatFile(head);
  return null;
}

function elfMachine(head: Buffer): number {
  const isLittleEndian = head[5] === 1;
  return isLittleEndian ? head.readUInt16LE(18) : head.readUInt16BE(18);
}

/** A program for DOS has no PE header, and text can begin with `MZ`. */
function peFile(head: Buffer): NativeFile | null {
  const at = head.readUInt32LE(0x3c);
  if (at + 6 > head.length || head.readUInt32BE(at) !== 0x50450000) return null;
  return { platform: 'win32', archs: [named(PE_MACHINES, head.readUInt16LE(at + 4))] };
}

function fatFile(head: Buffer): NativeFile | null {
  const count = head.readUInt32BE(4);
  if (count > MOST_FAT_ARCHS) return null;
  const cpus = [...Array(count).keys()].map((index) =>
    head.readUInt32BE(FAT_HEADER_BYTES + index * FAT_ARCH_BYTES),
  );
  return { platform: 'darwin', archs: cpus.map((cpu) => named(MACH_CPUS, cpu)) };
}

function named(names: Readonly<Record<number, string>>, machine: number): string {
  return names[machine] ?? `0x${machine.toString(16)}`;
}
