/** A text, or a sign that opens, closes or parts something. Numbers and words are skipped. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** Returns a name that an object of this valid JSON text has twice, at any depth. Undefined if there is none. */
export function repeatedName(json: string): string | undefined {
  /** The names of each open object. Null for an open array. */
  const open: (Set<string> | null)[] = [];
  let text = '';
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      // The same name can be written with and without escapes.
      const name = JSON.parse(text) as string;
      const names = open.at(-1);
      if (names?.has(name) === true) return name;
      names?.add(name);
    } else text = token;
  }
  return undefined;
}
