import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { outdate } from './query.ts';

it('what an act made old is read again, also when its first reading was under way', async () => {
  const cache = new QueryClient();
  const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  let asked = 0;
  const observer = new QueryObserver(cache, {
    queryKey: ['orders.list'],
    queryFn: () => answers[asked++]?.promise ?? Promise.reject(new Error('asked too often')),
  });
  const stop = observer.subscribe(() => {});
  const done = outdate(['orders'], cache);
  answers[0]?.resolve('before the act');
  answers[1]?.resolve('after the act');
  await done;
  expect(observer.getCurrentResult().data).toBe('after the act');
  stop();
});
