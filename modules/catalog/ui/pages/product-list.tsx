import { Modal } from '@mantine/core';
import { useAddressState } from '#platform/web/address.ts';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { ListPage } from '#platform/web/list/list-page.tsx';
import { useText } from '#platform/web/texts.ts';
import { productList } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { ProductForm } from '../parts/product-form.tsx';

/** Products with their list price; whoever keeps the catalogue enters new ones here. */
export default function ProductListPage() {
  const t = useText(texts);
  const [adding, setAdding] = useAddressState<'' | '1'>('new', '');
  return (
    <>
      <ListPage
        list={productList}
        tones={{ active: { true: 'good', false: 'neutral' } }}
        create={{ label: t('catalog.new-product'), permit: 'catalog.edit', run: () => setAdding('1') }}
        empty={<EmptyState title={t('catalog.none')} hint={t('catalog.none-hint')} />}
      />
      <Modal opened={adding === '1'} onClose={() => setAdding('')} title={t('catalog.new-product')} size="lg">
        <ProductForm product={null} onClose={() => setAdding('')} />
      </Modal>
    </>
  );
}
