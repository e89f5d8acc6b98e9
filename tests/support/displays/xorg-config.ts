import { desktop } from './outputs.ts';

/**
 * The configuration of Xorg with the dummy driver: many outputs and no hardware, so that a monitor can be unplugged in a test.
 * It has no input devices, because it would read the keyboard of the person who runs the tests.
 */
export const xorgConfig: string = `
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual ${desktop.width} ${desktop.height}
  EndSubSection
EndSection
`;
