/**
 * Where things stand in a JSON text, for telling the user: JSON.parse gives a position for some faults in some browsers
 * and none for values. Iterative and linear, so that deep or long files are no danger.
 */
export interface JsonPlaces {
  /** The offset of the first fault, null in a valid text. */
  fault: number | null;
  /** The offsets of the elements of the first array that is the root or stands under one of the keys. */
  elements: number[];
}

const SPACE = /[ \t\r\n]*/y;
/** Below it are control characters, which a JSON string may hold only escaped. */
const FIRST_PLAIN = 0x20;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

export function scanJson(text: string, keys: ReadonlySet<string>): JsonPlaces {
  const elements: number[] = [];
  /** Open containers; `listed` for the array whose elements are wanted. */
  const open: { array: boolean; listed: boolean }[] = [];
  let chosen = false;
  let key = '';
  let i = 0;

  const eat = (pattern: RegExp) => {
    pattern.lastIndex = i;
    const found = pattern.exec(text);
    if (found) i += found[0].length;
    return found !== null && found[0] !== '';
  };
  const string = () => {
    if (text[i] !== '"') return false;
    i++;
    for (;;) {
      while (i < text.length && text[i] !== '"' && text[i] !== '\\' && text.charCodeAt(i) >= FIRST_PLAIN) i++;
      if (text[i] === '"') break;
      if (!eat(ESCAPE)) return false;
    }
    i++;
    return true;
  };
  const member = () => {
    const start = i;
    if (!string()) return false;
    key = text.slice(start + 1, i - 1);
    eat(SPACE);
    if (text[i] !== ':') return false;
    i++;
    return true;
  };

  for (;;) {
    eat(SPACE);
    // A value begins here.
    if (open.at(-1)?.listed) elements.push(i);
    const char = text[i];
    if (char === '[' || char === '{') {
      const array = char === '[';
      const parent = open.at(-1);
      const listed: boolean = array && !chosen && (!parent || (!parent.array && keys.has(key)));
      chosen ||= listed;
      open.push({ array, listed });
      i++;
      eat(SPACE);
      if (text[i] !== (array ? ']' : '}')) {
        if (!array && !member()) return { fault: i, elements };
        continue;
      }
    } else if (char === '"' ? !string() : !eat(SCALAR)) {
      return { fault: i, elements };
    }
    // A value has ended: so may the containers around it.
    for (;;) {
      eat(SPACE);
      const last = open.at(-1);
      if (!last) return { fault: i < text.length ? i : null, elements };
      if (text[i] !== (last.array ? ']' : '}')) break;
      open.pop();
      i++;
    }
    if (text[i] !== ',') return { fault: i, elements };
    i++;
    eat(SPACE);
    if (!open.at(-1)!.array && !member()) return { fault: i, elements };
  }
}

/** The line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
