import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentProps, ComponentType, ReactNode } from 'react';
import { BareLink } from './go.tsx';

type LinkButtonProps = ButtonProps & Omit<ComponentProps<typeof BareLink>, 'color'>;

/** A button that goes to an address: `<LinkButton to="/clients/new">…</LinkButton>`. */
export function LinkButton(props: LinkButtonProps): ReactNode {
  return <LinkedButton {...props} />;
}

/** Mantine's button drawn by the router's link; its own type cannot say that. */
const LinkedButton = ((props: ButtonProps) => (
  <Button component={BareLink as unknown as 'a'} {...props} />
)) as ComponentType<LinkButtonProps>;
