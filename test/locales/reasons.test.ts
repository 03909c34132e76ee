import { expect, test } from 'vitest';
import { LibraryError } from '../../lib/library/errors';
import { reasonOf } from '../../lib/locales/reasons';

test('an error of the library is said in the language of the interface, any other in its own words', () => {
  const error = new LibraryError('newer_database');
  expect(reasonOf(error, 'zh-CN')).toBe(error.message);
  expect(reasonOf(error, 'en')).toMatch(/^The library was written by a newer version/);
  expect(reasonOf(new Error('quota'), 'en')).toBe('quota');
  expect(reasonOf('stopped', 'zh-CN')).toBe('stopped');
});
