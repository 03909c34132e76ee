/** The reader's inks; the first is what a note has that says nothing else. */
export const COLOURS = ['red', 'yellow', 'green', 'blue'] as const;
export type Colour = (typeof COLOURS)[number];
