import { expect, test } from 'vitest';
import { filesClosedFor } from './order-files.ts';
import { orderStates } from './order-lifecycle.ts';

test.each(orderStates)('files of an order in state %s', (state) => {
  const { attaching, detaching } = filesClosedFor(state);
  expect(attaching).toEqual(state === 'cancelled' ? ['orders.files-closed'] : []);
  expect(detaching).toEqual(state === 'draft' ? [] : ['orders.files-stay']);
});
