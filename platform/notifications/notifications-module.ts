import { defineModule } from '#platform/declare/module.ts';
import { announceDigests, sendDigest } from './digests.ts';
import { notificationRoutes } from './routes.ts';
import { notificationTexts } from './texts.ts';

/** The inbox of everyone, and its digest by mail. */
export const notificationsModule = defineModule({
  name: 'notifications',
  needs: [],
  permits: {},
  refusals: { codes: {} },
  texts: notificationTexts,
  routes: notificationRoutes,
  subscriptions: [{ event: 'notifications.digest-due', handle: sendDigest }],
  // Every quarter, as there are time zones that lie half an hour off.
  jobs: [{ name: 'notifications.announce-digests', cron: '*/15 * * * *', run: announceDigests }],
});
