/** The order that came, each event with the place at which the reader had it, and what never came. */
import { InlineCode } from '@/components/ui/inline-code';
import type { Option, OrderQuestion } from '@/lib/course/question';
import type { Answering } from './answering';
import { Reason } from './reasons';

export function OrderReveal({ question: { options, order }, choice }: Answering<OrderQuestion>) {
  const found = order.flatMap((id) => options.find((option) => option.id === id) ?? []);
  const never = options.filter(({ correct }) => !correct);
  return (
    <div className="border-t border-line">
      <ol aria-label="As it came">
        {found.map((option, place) => (
          <Row key={option.id} option={option} place={place} bet={choice.indexOf(option.id)} />
        ))}
      </ol>
      {never.length > 0 && (
        <>
          <p className="border-t border-line bg-surface px-5 py-2 text-sm font-medium text-ink-soft">
            Never happened
          </p>
          <ul aria-label="Never happened">
            {never.map((option) => (
              <Row key={option.id} option={option} place={-1} bet={choice.indexOf(option.id)} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** `place` is where it came, `bet` where the reader had it; both from 0, and -1 for never. */
function Row({
  option,
  place,
  bet,
}: {
  readonly option: Option;
  readonly place: number;
  readonly bet: number;
}) {
  const words = bet < 0 ? 'that it never happens' : `number ${bet + 1}`;
  return (
    <li className="grid grid-cols-[1.75rem_1fr] gap-x-2 border-line px-5 py-3 not-first:border-t">
      <span className="tabular font-semibold text-accent" aria-hidden="true">
        {place < 0 ? '–' : place + 1}
      </span>
      <div className="grid min-w-0 gap-1">
        <div>
          <InlineCode text={option.text} />
        </div>
        <Reason option={option} chosen={false} right={place === bet} words={`Your bet: ${words}`} />
      </div>
    </li>
  );
}
