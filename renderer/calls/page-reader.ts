/** A page of a list, and where the next one begins; null at the end. */
export interface Page<Row, Cursor> {
  readonly rows: readonly Row[];
  readonly nextCursor: Cursor | null;
}

/** The rows of a list that were read. A failure keeps the rows that were read before. */
export interface Listed<Row, P> {
  readonly rows: readonly Row[];
  /** The last page that came; null before the first. */
  readonly last: P | null;
  readonly failed: boolean;
}

export interface PageReader {
  /** Reads the same number of rows again from the top. The new rows replace the old ones. */
  again(): void;
  /** Reads the next page. */
  more(): void;
  /** Drops an answer that is still on its way. */
  stop(): void;
}

export interface PageReaderOptions<Row, Cursor, P extends Page<Row, Cursor>> {
  /** The rows of a page, and the most rows of one call. */
  readonly size: number;
  readonly most: number;
  /** Null is a failure. */
  readonly ask: (cursor: Cursor | null, limit: number) => Promise<P | null>;
  /** False while the row that is looked for can only be further down. */
  readonly hasReached?: (rows: readonly Row[]) => boolean;
  readonly show: (listed: Listed<Row, P>) => void;
}

/**
 * Creates a reader that reads a list page after page. A page can be short or empty before the end of the list: then the next
 * page is read at once.
 */
export function createPageReader<Row, Cursor, P extends Page<Row, Cursor>>({
  size,
  most,
  ask,
  hasReached = () => true,
  show,
}: PageReaderOptions<Row, Cursor, P>): PageReader {
  let listed: Listed<Row, P> = { rows: [], last: null, failed: false };
  let wanted = 1;
  /** Answers to an older turn are dropped. */
  let turn = 0;
  let isReading = false;

  const put = (next: Listed<Row, P>): void => {
    isReading = false;
    listed = next;
    show(next);
  };
  const read = async (from: readonly Row[], start: Cursor | null): Promise<void> => {
    const mine = (turn += 1);
    isReading = true;
    let rows = from;
    let cursor = start;
    for (;;) {
      const limit = Math.min(most, Math.max(size, wanted - rows.length));
      const page = await ask(cursor, limit);
      if (mine !== turn) return;
      if (page === null) return put({ ...listed, failed: true });
      rows = [...rows, ...page.rows];
      cursor = page.nextCursor;
      if (cursor === null || (rows.length >= wanted && hasReached(rows)))
        return put({ rows, last: page, failed: false });
    }
  };
  return {
    again() {
      wanted = Math.max(wanted, listed.rows.length);
      void read([], null);
    },
    more() {
      const next = listed.last?.nextCursor ?? null;
      if (next === null) return;
      wanted = listed.rows.length + 1;
      if (!isReading) void read(listed.rows, next);
    },
    stop() {
      turn += 1;
      isReading = false;
    },
  };
}
