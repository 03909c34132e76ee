import { describe, expect, it } from 'vitest';
import { messagesFor } from '../lib/locales';
import { en } from '../lib/locales/en';
import { zh_CN } from '../lib/locales/zh_CN';

const keys = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}.${key}`))
    : [`${path}: ${typeof value}`];

describe('the words of the interface', () => {
  it('are all there in every language', () => {
    expect(keys(en)).toEqual(keys(zh_CN));
  });

  it.each([
    [['zh-CN', 'en'], 'zh-CN'],
    [['en-US', 'zh'], 'zh-CN'],
    [['en-US', 'en'], 'en'],
    [['fr'], 'zh-CN'],
    [[], 'zh-CN'],
  ])('for %j are %s', (languages, lang) => {
    expect(messagesFor(languages).lang).toBe(lang);
  });
});
