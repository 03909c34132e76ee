import type { Section } from './types';

/** The innermost section that holds an offset, null before the first heading. Sections are in document order. */
export function sectionAt(sections: readonly Section[], offset: number): Section | null {
  let found: Section | null = null;
  for (const section of sections) {
    if (section.start > offset) break;
    if (offset < section.end && (!found || section.level >= found.level)) found = section;
  }
  return found;
}
