/** Electron's IPC channels between a preload and main. Pages never see these names. */
export const CHANNELS = {
  /** Preload asks for its port; main answers on `port`. Sent at each load of a page. */
  portRequest: 'balcao:port-request',
  /** Main hands a port over: at load, and again after each restart of the core. */
  port: 'balcao:port',
  /** Main says that the core is gone: calls in flight end. */
  portLost: 'balcao:port-lost',
  /** Call of the control plane: method, input. */
  control: 'balcao:control',
  /** Push of the control plane: name, payload. */
  controlEvent: 'balcao:control-event',
} as const;
