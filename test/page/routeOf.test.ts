import { expect, test } from 'vitest';
import { routeOf } from '../../lib/page/routeOf';

test.each([
  ['http://www.example.gov.cn/zwgk/2020.html', '/zwgk/2020.html'],
  ['http://www.example.gov.cn/zwgk/2020.html#part2', '/zwgk/2020.html'],
  ['http://www.example.gov.cn/list?id=7#top', '/list?id=7'],
  ['http://www.example.gov.cn/#/report/7', '/#/report/7'],
  ['http://www.example.gov.cn/#!report', '/#!report'],
])('%s shows %s', (address, route) => {
  expect(routeOf(new URL(address))).toBe(route);
});
