import { expect, test } from 'vitest';
import { bodiesOf, tagsIn, tagsOf, tagText } from '../../lib/notes/tags';
import { noteOf } from './notes';

test.each([
  ['见统计公报 #口径', ['口径']],
  ['#口径#这里不同。#投资，#口径', ['口径', '投资']],
  ['取整。见#口径。', ['口径']],
  ['# 标题', []],
  ['http://www.gov.cn/a.html#p2 [b](#shigu-2021) &#39; C#7', []],
  ['#2020_年-初 #a·b', ['2020_年-初', 'a·b']],
])('the tags of %s', (text, tags) => {
  expect(tagsIn(text)).toEqual(tags);
});

test('tags are stored as bodies beside the words, and those of an older note are read from its words', () => {
  expect(bodiesOf('取整 #口径')).toEqual([
    { type: 'TextualBody', value: '取整 #口径', format: 'text/plain' },
    { type: 'TextualBody', value: '口径', format: 'text/plain', purpose: 'tagging' },
  ]);
  expect(bodiesOf('')).toEqual([]);
  expect(tagsOf(noteOf(1, { body: bodiesOf('取整 #口径') }))).toEqual(['口径']);
  expect(tagsOf(noteOf(1, { body: bodiesOf('取整 #口径').slice(0, 1) }))).toEqual(['口径']);
});

test('a tag of many words is one tag in a text', () => {
  expect(tagsIn(tagText('统计 口径'))).toEqual(['统计-口径']);
});
