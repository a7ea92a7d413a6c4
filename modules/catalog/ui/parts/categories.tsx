import { Button, Modal, Select, Stack, Table, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { editCategory, enterCategory, readCategories } from '../../endpoints.ts';
import { texts } from '../../texts.ts';

type Category = EndpointReply<typeof readCategories>['items'][number];

/** The categories of products, and what lies within what. */
export function Categories({ onClose }: { onClose: () => void }) {
  const t = useText(texts);
  const read = useRead(readCategories, {});
  const [open, setOpen] = useState<Category | 'new' | null>(null);
  const items = read.data?.items ?? [];
  if (open) return <CategoryForm category={open === 'new' ? null : open} all={items} onClose={() => setOpen(null)} />;
  const nameOf = (id: string | null) => items.find((each) => each.id === id)?.name ?? '';
  return (
    <Modal opened onClose={onClose} title={t('catalog.categories')} size="lg">
      {!read.data ? (
        <Awaiting read={read} like="list" />
      ) : (
        <Stack>
          <Table verticalSpacing={6}>
            <Table.Tbody>
              {items.map((category) => (
                <Table.Tr key={category.id}>
                  <Table.Th scope="row">{category.name}</Table.Th>
                  <Table.Td>{nameOf(category.parentId)}</Table.Td>
                  <Table.Td ta="right">{t('catalog.category-products', { count: category.products })}</Table.Td>
                  <Table.Td ta="right">
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      onClick={() => setOpen(category)}
                      aria-label={`${t('catalog.edit-category')}: ${category.name}`}
                    >
                      {t('catalog.edit')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Button variant="light" onClick={() => setOpen('new')}>
            {t('catalog.add-category')}
          </Button>
        </Stack>
      )}
    </Modal>
  );
}

function CategoryForm({
  category,
  all,
  onClose,
}: {
  category: Category | null;
  all: readonly Category[];
  onClose: () => void;
}) {
  const t = useText(texts);
  const form = useForm({ initialValues: { name: category?.name ?? '', parentId: category?.parentId ?? null } });
  const done = { invalidates: ['catalog'], onDone: onClose };
  const enter = useAct(enterCategory, done);
  const edit = useAct(editCategory, done);
  return (
    <Modal opened onClose={onClose} title={t(category ? 'catalog.edit-category' : 'catalog.add-category')}>
      <FormFrame
        form={form}
        act={category ? edit : enter}
        label={t('catalog.save')}
        onCancel={onClose}
        send={(body) =>
          category ? edit.act({ params: { id: category.id }, body, ifMatch: category.revision }) : enter.act({ body })
        }
      >
        <TextInput label={t('catalog.name')} required data-autofocus maxLength={200} {...form.getInputProps('name')} />
        <Select
          label={t('catalog.category-within')}
          clearable
          searchable
          data={all.filter(({ id }) => id !== category?.id).map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('parentId')}
        />
      </FormFrame>
    </Modal>
  );
}
