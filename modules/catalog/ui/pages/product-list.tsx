import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useAddressState } from '#platform/web/address.ts';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { ListPage } from '#platform/web/list/list-page.tsx';
import { useMay } from '#platform/web/me.ts';
import { useText } from '#platform/web/texts.ts';
import { productList } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { Categories } from '../parts/categories.tsx';
import { ProductForm } from '../parts/product-form.tsx';

/** Products with their list price; whoever keeps the catalogue enters new ones here. */
export default function ProductListPage() {
  const t = useText(texts);
  const [adding, setAdding] = useAddressState<'' | '1'>('new', '');
  const [arranging, setArranging] = useState(false);
  const edits = useMay('catalog.edit');
  return (
    <>
      <ListPage
        list={productList}
        actions={
          edits && (
            <Button variant="default" onClick={() => setArranging(true)}>
              {t('catalog.categories')}
            </Button>
          )
        }
        tones={{ active: { true: 'good', false: 'neutral' } }}
        create={{ label: t('catalog.new-product'), permit: 'catalog.edit', run: () => setAdding('1') }}
        empty={<EmptyState title={t('catalog.none')} hint={t('catalog.none-hint')} />}
      />
      {arranging && <Categories onClose={() => setArranging(false)} />}
      <Modal opened={adding === '1'} onClose={() => setAdding('')} title={t('catalog.new-product')} size="lg">
        <ProductForm product={null} onClose={() => setAdding('')} />
      </Modal>
    </>
  );
}
