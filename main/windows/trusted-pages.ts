import type { WebContents } from 'electron';

export type PageRole = 'cashier' | 'customer';

/** The pages that may call main, with their roles. A page is registered when its window is built, and removed with it. */
export interface TrustedPages {
  add(contents: WebContents, role: PageRole): void;
  roleOf(contents: Pick<WebContents, 'id'>): PageRole | null;
  find(role: PageRole): WebContents | null;
}

/** Creates an empty register of pages. */
export function createTrustedPages(): TrustedPages {
  const pages = new Map<number, { contents: WebContents; role: PageRole }>();
  return {
    add(contents, role) {
      const { id } = contents;
      pages.set(id, { contents, role });
      contents.once('destroyed', () => pages.delete(id));
    },
    roleOf: ({ id }) => pages.get(id)?.role ?? null,
    find(role) {
      for (const page of pages.values()) {
        if (page.role === role && !page.contents.isDestroyed()) return page.contents;
      }
      return null;
    },
  };
}
