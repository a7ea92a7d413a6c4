import { planSales } from '../../endpoints.ts';
import { FigurePage } from '../parts/figure-page.tsx';

/** Which shipments and returns is a figure of sales the sum of? */
export default function PlanSalesPage() {
  return <FigurePage list={planSales} metric="sales" />;
}
