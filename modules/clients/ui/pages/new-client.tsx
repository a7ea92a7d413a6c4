import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { useGo } from '#platform/web/address.ts';
import { useDraft } from '#platform/web/draft.ts';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { useMe } from '#platform/web/me.ts';
import { Page } from '#platform/web/page.tsx';
import { useAct } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { enterClient } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { IdentityFields, MoreFields } from '../parts/client-fields.tsx';
import { bodyOf, type ClientValues, emptyClient } from '../parts/client-values.ts';
import { SimilarWarning } from '../parts/similar-warning.tsx';

/** Enters a client; what is typed survives a reload, and similar clients show themselves meanwhile. */
export default function NewClientPage() {
  const t = useText(texts);
  const go = useGo();
  const { company } = useMe();
  const [draft, keep, forget] = useDraft<ClientValues>(
    'new-client',
    emptyClient(company.language === 'ru' ? 'ru' : 'en'),
  );
  const form = useForm<ClientValues>({ initialValues: draft });
  const values = form.getValues();
  useEffect(() => keep(values), [keep, values]);
  const enter = useAct(enterClient, {
    invalidates: ['clients'],
    onDone: ({ id }) => {
      forget();
      go(`/clients/${id}`, { replace: true });
    },
  });
  const warned = enter.problem?.code === 'clients.looks-like-another';
  return (
    <Page title={t('clients.new')}>
      <FormFrame
        form={form}
        act={enter}
        columns={2}
        label={t(warned ? 'clients.enter-even-so' : 'clients.enter')}
        onCancel={() => go('/clients')}
        send={(typed) => enter.act({ body: { ...bodyOf(typed), evenSo: warned } })}
      >
        <IdentityFields form={form} />
        <div style={{ gridColumn: '1 / -1' }}>
          <SimilarWarning name={values.name} taxNumber={values.taxNumber} />
        </div>
        <MoreFields form={form} editing={false} />
      </FormFrame>
    </Page>
  );
}
