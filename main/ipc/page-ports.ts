import type { IpcMain, WebContents } from 'electron';
import { CHANNELS } from '../../shared/rpc/channels.ts';
import type { Logger } from '../../shared/kernel/logger.ts';
import type { Cancel } from '../../shared/kernel/time.ts';
import { createSignal } from '../events/signal.ts';
import type { CorePort, Supervisor } from '../supervisor/supervisor.ts';
import type { PageRole, TrustedPages } from '../windows/trusted-pages.ts';
import { senderRole, type SenderEvent } from './sender.ts';

/**
 * One port to the core for each page. It is made when the page asks for it, made again after a restart of the core, and closed
 * with the page.
 */
export interface PagePorts {
  /** Gives pages of this role no port until `resume`, because their window is hidden. */
  pause(role: PageRole): void;
  resume(role: PageRole): void;
  /** Calls `listener` when a loaded page asks for its port. */
  onAsked(listener: (role: PageRole) => void): Cancel;
}

interface Page {
  readonly contents: WebContents;
  readonly role: PageRole;
  port: CorePort | null;
}

/** Creates the ports of the pages. A page gets one when it asks and the core runs. */
export function createPagePorts(
  ipcMain: Pick<IpcMain, 'on'>,
  pages: Pick<TrustedPages, 'roleOf'>,
  supervisor: Pick<Supervisor, 'openPort' | 'onStarted' | 'onEnded'>,
  logger: Logger,
): PagePorts {
  const asked = new Map<number, Page>();
  const paused = new Set<PageRole>();
  const wanted = createSignal<PageRole>();

  const close = (page: Page): void => {
    page.port?.close();
    page.port = null;
  };
  const give = (page: Page): void => {
    close(page);
    if (paused.has(page.role) || page.contents.isDestroyed()) return;
    page.port = supervisor.openPort(page.role);
    if (page.port !== null) page.contents.postMessage(CHANNELS.port, null, [page.port.end]);
  };
  const forget = (id: number): void => {
    const page = asked.get(id);
    if (page !== undefined) close(page);
    asked.delete(id);
  };
  /** A reloaded page asks again. Its old port closes with its old document. */
  const enter = (contents: WebContents, role: PageRole): Page => {
    const { id } = contents;
    const known = asked.get(id);
    if (known !== undefined) return known;
    const page: Page = { contents, role, port: null };
    asked.set(id, page);
    contents.once('render-process-gone', () => forget(id));
    contents.once('destroyed', () => forget(id));
    return page;
  };

  ipcMain.on(CHANNELS.portRequest, (event) => {
    const role = senderRole(event satisfies SenderEvent, pages);
    if (role === null) {
      logger.warn('port-refused');
      return;
    }
    give(enter(event.sender, role));
    wanted.emit(role);
  });
  supervisor.onStarted(() => {
    for (const page of asked.values()) give(page);
  });
  supervisor.onEnded(() => {
    for (const page of asked.values()) {
      page.port = null;
      if (!page.contents.isDestroyed()) page.contents.send(CHANNELS.portLost);
    }
  });

  const ofRole = (role: PageRole): Page[] => [...asked.values()].filter((page) => page.role === role);
  return {
    onAsked: wanted.on,
    pause(role) {
      paused.add(role);
      for (const page of ofRole(role)) close(page);
    },
    resume(role) {
      if (!paused.delete(role)) return;
      for (const page of ofRole(role)) give(page);
    },
  };
}
