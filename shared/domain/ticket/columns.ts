/** Laying out text in columns of one width each, as printers and terminals have them. Widths count characters, not bytes. */

/** One line across. */
export function rule(width: number): string {
  return '-'.repeat(width);
}

/** The text in the middle, on as many lines as it needs. */
export function centered(text: string, width: number): string[] {
  return wrapped(text, width).map((line) => ' '.repeat(Math.floor((width - lengthOf(line)) / 2)) + line);
}

/** A name at the left and its value at the right; the value goes below, at the right, where both do not fit on one line. */
export function pair(name: string, value: string, width: number): string[] {
  const [left, right] = [clean(name), clean(value)];
  const gap = width - lengthOf(left) - lengthOf(right);
  if (gap >= 1) return [left + ' '.repeat(gap) + right];
  const below = wrapped(right, width).map((line) => ' '.repeat(width - lengthOf(line)) + line);
  return [...wrapped(left, width), ...below];
}

/** Breaks at spaces, and inside a word only when the word alone is too long. An empty text has no lines. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of clean(text).split(' ').filter(Boolean)) {
    for (const piece of pieces(word, width)) {
      const joined = line === '' ? piece : `${line} ${piece}`;
      if (lengthOf(joined) <= width) line = joined;
      else {
        lines.push(line);
        line = piece;
      }
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** Line breaks, tabs and what else a printer would take for an order become spaces; accents are one character each. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
}

function pieces(word: string, width: number): string[] {
  const chars = [...word];
  return Array.from({ length: Math.ceil(chars.length / width) }, (_, at) =>
    chars.slice(at * width, (at + 1) * width).join(''),
  );
}

function lengthOf(text: string): number {
  return [...text].length;
}
