/** Returns a line across the width. Widths count characters of the same size, as printers and terminals have them. */
export function rule(width: number): string {
  return '-'.repeat(width);
}

/** Returns the text in the middle, on as many lines as it needs. */
export function centered(text: string, width: number): string[] {
  return wrapped(text, width).map((line) => ' '.repeat(Math.floor((width - lengthOf(line)) / 2)) + line);
}

/** Returns a name at the left and its value at the right. If both do not fit on one line, the value is below, at the right. */
export function pair(name: string, value: string, width: number): string[] {
  const [left, right] = [clean(name), clean(value)];
  const gap = width - lengthOf(left) - lengthOf(right);
  if (gap >= 1) return [left + ' '.repeat(gap) + right];
  const below = wrapped(right, width).map((line) => ' '.repeat(width - lengthOf(line)) + line);
  return [...wrapped(left, width), ...below];
}

/** Breaks a text at spaces, and inside a word only if the word alone is too long. An empty text has no lines. */
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

/** Replaces line breaks, tabs and other control characters by spaces, and makes each accented letter one character. */
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
