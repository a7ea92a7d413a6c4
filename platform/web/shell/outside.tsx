import { Button, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { chooseScreenLanguage, useLanguage } from '../language.ts';
import { Mark } from './mark.tsx';
import classes from './sign-in.module.css';

/** The frame of what is done before anybody has signed in, with the choice of the language. */
export function Outside({ title, hint, children }: { title: string; hint: string; children: ReactNode }): ReactNode {
  const language = useLanguage();
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <div className={classes.box}>
          <Mark className={classes.mark} />
          <Title order={1}>{title}</Title>
          <Text c="dimmed" size="sm" mt={4} mb="md">
            {hint}
          </Text>
          {children}
        </div>
        <div className={classes.languages}>
          {(['en', 'ru'] as const).map((each) => (
            <Button
              key={each}
              variant="subtle"
              size="compact-sm"
              color="gray"
              aria-pressed={each === language}
              fw={each === language ? 650 : 400}
              onClick={() => void chooseScreenLanguage(each)}
            >
              {each === 'en' ? 'English' : 'Русский'}
            </Button>
          ))}
        </div>
      </div>
    </main>
  );
}
