/** A part of an IPv4 address in decimal, 0 to 255, without zeros before it. */
const PART = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const LOOPBACK_V4 = new RegExp(`^127(?:\\.${PART}){3}$`);

/** True for a name or an address of this machine: `localhost`, 127.0.0.0/8, or `[::1]` as URLs write it. */
export function isLoopbackHost(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '[::1]' || LOOPBACK_V4.test(host);
}
