import { defineRefusals, type Refuse, refuser } from '#kernel/refusal.ts';

export const catalogRefusals = defineRefusals({
  codes: {
    'catalog.unknown-product': 404,
    'catalog.unknown-category': 404,
    'catalog.unknown-column': 404,
    'catalog.code-taken': 409,
    'catalog.category-taken': 409,
    'catalog.number-taken': 409,
    'catalog.list-has-no-discount': 422,
    'catalog.price-in-past': 409,
    'catalog.list-price-needed': 422,
    'catalog.category-in-a-circle': 409,
    'catalog.name-missing': 422,
    'catalog.bad-cursor': 422,
    'catalog.cost-not-yours': 403,
  },
  constraints: {
    products__code_unique: 'catalog.code-taken',
    products__name_given: 'catalog.name-missing',
    categories__name_unique: 'catalog.category-taken',
    categories__not_own_parent: 'catalog.category-in-a-circle',
    price_columns__number_unique: 'catalog.number-taken',
    price_columns__list_is_first: 'catalog.list-has-no-discount',
    prices__of_product: 'catalog.unknown-product',
    costs__of_product: 'catalog.unknown-product',
    prices__of_column: 'catalog.unknown-column',
  },
});

export const refuse: Refuse<typeof catalogRefusals> = refuser(catalogRefusals);
