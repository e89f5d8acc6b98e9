/** Debian 12 packages that Electron needs to start. The other ones are their dependencies. */
export const electronPackages = ['libasound2', 'libgbm1', 'libgtk-3-0', 'libnss3'] as const;

/** Debian 12 packages that a private desktop of two monitors needs, each with its purpose. */
export const desktopPackages: Readonly<Record<string, string>> = {
  'xserver-xorg-core': 'Xorg, the server of the private desktop',
  'xserver-xorg-video-dummy': 'monitors without hardware, which can be unplugged',
  'x11-xserver-utils': 'xrandr, which plugs and unplugs them',
  openbox: 'a window manager, as every shop has one',
  'fonts-dejavu-core': 'a font for what the app does not bring one for',
  imagemagick: 'import, which photographs the screens',
};

/** Debian 12 packages that the tests need, each with its purpose. */
export const testPackages: Readonly<Record<string, string>> = {
  ...desktopPackages,
  'zbar-tools': 'zbarimg, which reads the QR code off the photograph',
  'x11-utils': 'xprop, which lists the windows of the desktop',
  xdotool: 'the keys of a person, for the packed app',
  mmdebstrap: 'a clean system, into which the package is installed',
  socat: 'a serial line without hardware',
  'libreoffice-calc': 'LibreOffice without a window, which opens the reports as a shop would',
  'console-setup-linux': 'Terminus in dots, the font of the drawn paper',
  'gnome-keyring': 'a real keychain for stored credentials',
  'libsecret-1-0': 'the library by which Electron reaches it',
  // Listed so that gnome-keyring uses it as its session bus and does not install systemd.
  'dbus-x11': 'dbus-daemon, the bus between the two',
  'dbus-bin': 'dbus-send, which tells when the keychain is there',
};

/** Debian 12 packages for the virtual machine with the virtual USB printer. */
export const guestPackages: Readonly<Record<string, string>> = {
  'qemu-system-x86': 'the machine',
  'busybox-static': 'what starts it',
  udev: 'names and groups for what is plugged in',
};

/** Debian 12 packages for a private print server. */
export const cupsPackages: Readonly<Record<string, string>> = {
  cups: 'cupsd, the print server, with its way to a printer in the network',
  'cups-client': 'lp and lpstat, over which Balcão prints, and lpadmin',
};
