import { useSearch } from '#platform/web/address.ts';
import { planClients } from '../../endpoints.ts';
import { FigurePage } from '../parts/figure-page.tsx';

/** Which clients does a figure of active or new clients count? */
export default function PlanClientsPage() {
  const [{ metric }] = useSearch();
  return <FigurePage list={planClients} metric={metric === 'new-clients' ? metric : 'active-clients'} />;
}
