import { describe, expect, it } from 'vitest';
import {
  createPageReader,
  type Listed,
  type Page,
  type PageReader,
} from '../../../../renderer/calls/page-reader.ts';

type Numbers = Page<number, number>;

/** A list of numbers, the largest first, whose cursor is the number above the next page. */
function listOf(rows: number[]): {
  reader: PageReader;
  shown: Listed<number, Numbers>[];
  asked: { cursor: number | null; limit: number }[];
  /** Answers the oldest open question, as the list stands now or as given. */
  answer: (page?: Numbers | null) => Promise<void>;
} {
  const shown: Listed<number, Numbers>[] = [];
  const asked: { cursor: number | null; limit: number }[] = [];
  const open: { cursor: number | null; limit: number; reply: (page: Numbers | null) => void }[] = [];
  const reader = createPageReader<number, number, Numbers>({
    size: 2,
    most: 3,
    ask: (cursor, limit) => {
      asked.push({ cursor, limit });
      return new Promise((reply) => open.push({ cursor, limit, reply }));
    },
    show: (listed) => shown.push(listed),
  });
  return {
    reader,
    shown,
    asked,
    async answer(given) {
      const next = open.shift();
      if (next === undefined) throw new Error('nothing was asked');
      const { cursor, limit } = next;
      const below = rows.filter((row) => cursor === null || row < cursor);
      const page = below.slice(0, limit);
      next.reply(
        given === undefined
          ? { rows: page, nextCursor: below.length > limit ? (page.at(-1) ?? null) : null }
          : given,
      );
      await new Promise((done) => setImmediate(done));
    },
  };
}

describe('a list that is read page after page', () => {
  it('grows downwards, and says when it is at its end', async () => {
    const { reader, shown, answer } = listOf([9, 8, 7]);
    reader.again();
    await answer();
    expect(shown.at(-1)).toMatchObject({ rows: [9, 8], last: { nextCursor: 8 } });
    reader.more();
    await answer();
    expect(shown.at(-1)).toMatchObject({ rows: [9, 8, 7], last: { nextCursor: null } });
  });

  it('reads as much again from the top, and replaces what stood there', async () => {
    const rows = [9, 8, 7, 6, 5, 4, 3];
    const { reader, shown, asked, answer } = listOf(rows);
    reader.again();
    await answer();
    reader.more();
    await answer();
    rows.unshift(10);
    asked.length = 0;
    reader.again();
    await answer();
    expect(shown.at(-1)?.rows).toEqual([9, 8, 7, 6]);
    await answer();
    expect(shown.at(-1)?.rows).toEqual([10, 9, 8, 7, 6]);
    expect(asked).toEqual([
      { cursor: null, limit: 3 },
      { cursor: 8, limit: 2 },
    ]);
  });

  it('drops what answers an older turn, and not the wish for more', async () => {
    const { reader, shown, answer } = listOf([9, 8, 7, 6, 5]);
    reader.again();
    await answer();
    reader.more();
    reader.again();
    await answer({ rows: [1], nextCursor: null });
    expect(shown).toHaveLength(1);
    await answer();
    expect(shown.at(-1)?.rows).toEqual([9, 8, 7]);
    reader.more();
    reader.stop();
    await answer();
    expect(shown).toHaveLength(2);
  });

  it('goes on by itself where a page came empty before the end', async () => {
    const { reader, shown, answer } = listOf([9, 3]);
    reader.again();
    await answer({ rows: [], nextCursor: 5 });
    expect(shown).toEqual([]);
    await answer();
    expect(shown.at(-1)?.rows).toEqual([3]);
  });

  it('keeps what it has and says that it failed, until a reading succeeds', async () => {
    const { reader, shown, answer } = listOf([9, 8, 7]);
    reader.again();
    await answer(null);
    expect(shown.at(-1)).toEqual({ rows: [], last: null, failed: true });
    reader.again();
    await answer();
    reader.more();
    await answer(null);
    expect(shown.at(-1)).toMatchObject({ rows: [9, 8], failed: true });
    reader.more();
    await answer();
    expect(shown.at(-1)).toMatchObject({ rows: [9, 8, 7], failed: false });
  });
});
