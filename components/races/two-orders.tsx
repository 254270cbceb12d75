/** The usual order and the one that comes to something else, one above the other. */
import { CompareRuns } from '@/components/workbench/compare-runs';
import { orderWords } from '@/lib/races/arrivals';
import type { Trace } from '@/lib/trace/schema';

type Properties = { readonly usual: Trace; readonly other: Trace; readonly order: number };

export function TwoOrders({ usual, other, order }: Properties) {
  return (
    <>
      <p>{orderWords(usual, other, order)}</p>
      <CompareRuns
        offer="Show both orders, one above the other"
        before={usual}
        after={other}
        names={{ before: 'The usual order', after: `Order ${order}` }}
      />
    </>
  );
}
