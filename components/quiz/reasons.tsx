/** What the reveal says of the options: which is right, which was chosen, and why. */
import type { ReactNode } from 'react';
import { InlineCode } from '@/components/ui/inline-code';
import type { Option } from '@/lib/course/question';

function Sign({ correct }: { readonly correct: boolean }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
      className="inline-block shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      <path d={correct ? 'm2.5 8.5 3.5 4 7.5-9' : 'm3.5 3.5 9 9m0-9-9 9'} />
    </svg>
  );
}

function standing({ correct }: Option, chosen: boolean): string {
  if (correct) return chosen ? 'Right, and your choice' : 'Right';
  return chosen ? 'Wrong, and your choice' : 'Wrong';
}

/** Whether an option is right, and why. */
export function Reason({
  option,
  chosen,
  right = option.correct,
  words = standing(option, chosen),
}: {
  readonly option: Option;
  readonly chosen: boolean;
  /** Whether the reader did right by this option, where that is not the same as its being right. */
  readonly right?: boolean;
  readonly words?: string;
}) {
  return (
    <div className="text-[0.9375rem] leading-relaxed">
      <p
        className={`flex items-center gap-1.5 text-sm font-semibold ${right ? 'text-success' : 'text-danger'}`}
      >
        <Sign correct={right} />
        {words}
      </p>
      <p className="mt-0.5 max-w-(--measure) text-ink-soft">
        <InlineCode text={option.reason} />
      </p>
    </div>
  );
}

/** All options one below the other, each with its reason. `children` shows an option's text. */
export function Reasons({
  options,
  chosen,
  children,
}: {
  readonly options: readonly Option[];
  readonly chosen: string | null;
  readonly children: (option: Option) => ReactNode;
}) {
  return (
    <ul className="border-t border-line">
      {options.map((option) => (
        <li
          key={option.id}
          className={`grid gap-1 border-line px-5 py-3 not-first:border-t ${option.id === chosen ? 'bg-surface' : ''}`}
        >
          <div>{children(option)}</div>
          <Reason option={option} chosen={option.id === chosen} />
        </li>
      ))}
    </ul>
  );
}
