import { List, Modal, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useFormat } from '#platform/web/format.ts';
import { notify } from '#platform/web/notify.ts';
import { useAct, useRead } from '#platform/web/query.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import { classBySales, proposeClasses } from '../../endpoints-classes.ts';
import { texts } from '../../texts.ts';

/** Shows what classing by sales would change, and does it with a reason. */
export function ClassBySales({ onClose }: { onClose: () => void }) {
  const t = useText(texts);
  const say = useSay();
  const format = useFormat();
  const read = useRead(proposeClasses, {});
  const form = useForm({ initialValues: { reason: '' } });
  const act = useAct(classBySales, {
    invalidates: ['clients'],
    onDone: ({ changed }) => {
      notify('good', t('clients.classed', { count: changed }));
      onClose();
    },
  });
  const word = (value: string | null) => (value ? say(`list.clients.clients.class.${value}`) : '—');
  return (
    <Modal opened onClose={onClose} title={t('clients.class-by-sales')} size="lg">
      {!read.data ? (
        <Awaiting read={read} like="list" />
      ) : (
        <FormFrame
          form={form}
          act={act}
          label={t('clients.class-by-sales')}
          onCancel={onClose}
          send={(body) => act.act({ body })}
        >
          <Text size="sm" c="dimmed">
            {t('clients.class-rule', {
              key: format.rate(read.data.bounds.key),
              a: format.rate(read.data.bounds.A),
              b: format.rate(read.data.bounds.B),
            })}
          </Text>
          <Text fw={600}>{t('clients.class-changes', { count: read.data.count })}</Text>
          <List size="sm" mah={260} style={{ overflowY: 'auto' }}>
            {read.data.items.map((each) => (
              <List.Item key={each.id}>
                {t('clients.class-change', {
                  name: each.name,
                  before: word(each.before),
                  after: word(each.after),
                  share: format.rate(each.shareBp),
                })}
              </List.Item>
            ))}
          </List>
          <Textarea
            label={t('clients.reason')}
            required
            autosize
            minRows={1}
            maxLength={500}
            {...form.getInputProps('reason')}
          />
        </FormFrame>
      )}
    </Modal>
  );
}
