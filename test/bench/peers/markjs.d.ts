/** mark.js brings no types; this much of it is used. */
declare module 'mark.js' {
  interface Options {
    separateWordSearch: boolean;
    diacritics: boolean;
    done: () => void;
  }
  export default class Mark {
    constructor(context: Element);
    mark(terms: readonly string[], options: Options): void;
    markRegExp(pattern: RegExp, options: Pick<Options, 'done'>): void;
    unmark(options: Pick<Options, 'done'>): void;
  }
}
