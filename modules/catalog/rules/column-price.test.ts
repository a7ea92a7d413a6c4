import { expect, test } from 'vitest';
import { columnPrice } from './column-price.ts';

test.each`
  list    | own     | discount | price
  ${1000} | ${null} | ${500}   | ${950}
  ${999}  | ${null} | ${500}   | ${949}
  ${10}   | ${null} | ${500}   | ${10}
  ${10}   | ${null} | ${501}   | ${9}
  ${1000} | ${800}  | ${500}   | ${800}
  ${1000} | ${null} | ${null}  | ${null}
  ${null} | ${null} | ${500}   | ${null}
  ${null} | ${700}  | ${null}  | ${700}
  ${1000} | ${null} | ${10000} | ${0}
  ${1000} | ${0}    | ${0}     | ${0}
`('list $list, own $own, discount $discount bp → $price', ({ list, own, discount, price }) => {
  expect(columnPrice(list, own, discount)).toBe(price);
});
