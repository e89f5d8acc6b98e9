/** Electron's IPC channels between a preload and main. Pages never see these names. */
export const CHANNELS = {
  /** The preload asks for its port at each load of a page. Main answers on `port`. */
  portRequest: 'balcao:port-request',
  /** Main sends a port to the preload: at load, and again after each restart of the core. */
  port: 'balcao:port',
  /** Main says that the core ended. The preload ends its calls in flight. */
  portLost: 'balcao:port-lost',
  /** A call of the control plane: method, input. */
  control: 'balcao:control',
  /** A push of the control plane: name, payload. */
  controlEvent: 'balcao:control-event',
} as const;
