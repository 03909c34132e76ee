import { expect, test } from 'vitest';
import { headingEnd } from '../../lib/page/outline';

test.each([
  ['as it stands', '一、2019年工作回顾\n过去一年', '一、2019年工作回顾', '一、2019年工作回顾'],
  [
    'with space that the heading is read without',
    '一、2019 年工作回顾\n过去一年',
    '一、2019年工作回顾',
    '一、2019 年工作回顾',
  ],
  ['run into its paragraph', '（一）稳增长。经济总量突破', '（一）稳增长', '（一）稳增长'],
  ['in other characters', '二、工作報告回顧\n過去一年', '二、工作报告回顾', '二、工作報告回顧'],
])('a heading %s ends where its words do', (_, text, heading, found) => {
  expect(text.slice(0, headingEnd(text, { start: 0, heading }))).toBe(found);
});
