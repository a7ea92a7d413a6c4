import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { FormFrame } from '#platform/web/form/form-frame.tsx';
import { notify } from '#platform/web/notify.ts';
import { Page } from '#platform/web/page.tsx';
import { useAct, useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { editCompany, readCompany } from '../../endpoints-company.ts';
import { organizationTexts } from '../../texts.ts';

/** The company as its documents name it. */
export default function CompanyPage() {
  const t = useText(organizationTexts);
  const read = useRead(readCompany, {});
  return (
    <Page title={t('organization.company')}>
      {read.data ? <CompanyForm key={read.data.revision} company={read.data} /> : <Awaiting read={read} like="form" />}
    </Page>
  );
}

type Company = { name: string; language: string; address: string; registration: string; revision: number };

function CompanyForm({ company }: { company: Company }) {
  const t = useText(organizationTexts);
  const { name, language, address, registration } = company;
  const form = useForm({ initialValues: { name, language: language as 'en' | 'ru', address, registration } });
  const save = useAct(editCompany, {
    invalidates: ['organization', 'platform'],
    onDone: () => notify('good', t('organization.saved')),
  });
  return (
    <Stack maw={560}>
      <FormFrame
        form={form}
        act={save}
        label={t('organization.save')}
        send={(values) => save.act({ body: values, ifMatch: company.revision })}
      >
        <TextInput label={t('organization.company-name')} required {...form.getInputProps('name')} />
        <Textarea label={t('organization.address')} autosize minRows={2} {...form.getInputProps('address')} />
        <TextInput label={t('organization.registration')} {...form.getInputProps('registration')} />
        <Select
          label={t('organization.company-language')}
          allowDeselect={false}
          data={[
            { value: 'en', label: 'English' },
            { value: 'ru', label: 'Русский' },
          ]}
          {...form.getInputProps('language')}
        />
      </FormFrame>
    </Stack>
  );
}
