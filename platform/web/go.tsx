import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ComponentProps, ComponentType, ReactNode } from 'react';

type BareLinkProps = Omit<ComponentProps<'a'>, 'href'> & { readonly to: string };
type LooseProps = Omit<ComponentProps<'a'>, 'href'> & ReturnType<typeof partsOf>;
/** The router's link, for addresses that are known only when the application runs. */
const LooseLink = Link as unknown as ComponentType<LooseProps>;

/** The parts of an address as the router wants them. */
export function partsOf(href: string): { to: string; search: Record<string, string>; hash?: string } {
  const url = new URL(href, location.origin);
  return {
    to: url.pathname,
    search: Object.fromEntries(url.searchParams),
    ...(url.hash && { hash: url.hash.slice(1) }),
  };
}

/** A link within the application without a look of its own, for whole rows, figures and buttons. */
export function BareLink({ to, ...rest }: BareLinkProps): ReactNode {
  return <LooseLink {...partsOf(to)} {...rest} />;
}

/** A link within the application, `to` as an address with its search: `<Go to="/clients/1?tab=orders">`. */
export function Go(props: AnchorProps & Omit<BareLinkProps, 'color'>): ReactNode {
  return <LinkAnchor inherit {...props} />;
}

/** Mantine's anchor drawn by the router's link; its own type cannot say that. */
const LinkAnchor = ((props: AnchorProps) => (
  <Anchor component={BareLink as unknown as 'a'} {...props} />
)) as ComponentType<AnchorProps & Omit<BareLinkProps, 'color'>>;
