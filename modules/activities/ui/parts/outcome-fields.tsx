import { Radio, SimpleGrid, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconCalendarDue, IconCash, IconChecks, IconPhoneOff } from '@tabler/icons-react';
import { MoneyField } from '#platform/web/form/money-field.tsx';
import { companyToday } from '#platform/web/format.ts';
import type { Icon } from '#platform/web/screen.ts';
import { useText } from '#platform/web/texts.ts';
import { judgeOutcome, type Outcome } from '../../rules/outcome.ts';
import { screenTexts } from '../../texts-screens.ts';
import classes from '../activities.module.css';
import { QuickDays } from './quick-days.tsx';

/** What a person enters to close a visit or call. */
export type OutcomeValues = {
  outcome: Outcome | '';
  note: string;
  withStep: boolean;
  nextStep: string;
  nextOn: string | null;
  promisedAmount: number | null;
  promisedOn: string | null;
  contact: string;
};
export const noOutcome: OutcomeValues = {
  outcome: '',
  note: '',
  withStep: false,
  nextStep: '',
  nextOn: null,
  promisedAmount: null,
  promisedOn: null,
  contact: '',
};
const choices: readonly (readonly [Outcome, Icon])[] = [
  ['agreed-terms', IconChecks],
  ['next-step', IconCalendarDue],
  ['payment-agreement', IconCash],
  ['no-contact', IconPhoneOff],
];

/** The body that an outcome is sent as: only what belongs to it. */
export function outcomeBody(values: OutcomeValues) {
  const step = values.outcome === 'next-step' || values.withStep;
  const payment = values.outcome === 'payment-agreement';
  return {
    outcome: values.outcome || null,
    note: values.note,
    ...(step && { nextStep: values.nextStep, nextOn: values.nextOn }),
    ...(payment && { promisedAmount: values.promisedAmount, promisedOn: values.promisedOn, contact: values.contact }),
  };
}

/**
 * What the outcome still lacks, by field, judged here by the rule that the server judges by: so that nothing incomplete is
 * kept for later without a network. True when it is whole.
 */
export function isWhole<V extends OutcomeValues>(
  form: UseFormReturnType<V>,
  sentence: (code: string) => string,
): boolean {
  const faults = judgeOutcome(outcomeBody(form.getValues()), companyToday());
  form.setErrors(Object.fromEntries(faults.map(({ code, field }) => [field.slice(1), sentence(code)])));
  return faults.length === 0;
}

/** Big choices for the outcome, then only the fields that it needs. */
export function OutcomeFields<V extends OutcomeValues>({ form }: { form: UseFormReturnType<V> }) {
  const t = useText(screenTexts);
  const { outcome, withStep } = form.getValues();
  const agreed = outcome === 'agreed-terms';
  const field = (name: keyof OutcomeValues & string) => form.getInputProps(name);
  return (
    <Stack gap="md">
      <Radio.Group label={t('activities.how-ended')} required {...field('outcome')}>
        <SimpleGrid cols={2} spacing="xs" mt={6}>
          {choices.map(([value, Picture]) => (
            <Radio.Card key={value} value={value} className={classes.choice}>
              <Picture size={22} stroke={1.6} />
              <Text size="sm" fw={550}>
                {t(`activities.outcome.${value}`)}
              </Text>
            </Radio.Card>
          ))}
        </SimpleGrid>
      </Radio.Group>
      {outcome === 'payment-agreement' && (
        <>
          <MoneyField label={t('activities.sum')} required {...field('promisedAmount')} />
          <QuickDays label={t('activities.pays-on')} {...field('promisedOn')} />
          <TextInput label={t('activities.who-said')} maxLength={200} {...field('contact')} />
        </>
      )}
      {outcome !== '' && (
        <Textarea
          label={t(agreed ? 'activities.terms' : 'activities.note')}
          placeholder={t(agreed ? 'activities.terms-hint' : 'activities.note-hint')}
          required={agreed}
          autosize
          minRows={2}
          maxLength={4000}
          {...field('note')}
        />
      )}
      {outcome !== '' && outcome !== 'next-step' && (
        <Switch label={t('activities.add-step')} {...form.getInputProps('withStep', { type: 'checkbox' })} />
      )}
      {(outcome === 'next-step' || (outcome !== '' && withStep)) && (
        <>
          <TextInput label={t('activities.next-step')} required maxLength={500} {...field('nextStep')} />
          <QuickDays label={t('activities.next-on')} {...field('nextOn')} />
        </>
      )}
    </Stack>
  );
}
