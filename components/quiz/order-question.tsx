'use client';
/** Put the events in order: by buttons, by the arrow keys on an item, or by dragging it. */
import { type DragEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { InlineCode } from '@/components/ui/inline-code';
import type { Option, OrderQuestion } from '@/lib/course/question';
import { orderKeys } from '@/lib/shortcuts/keys';
import { pressed as pressedKey } from '@/lib/shortcuts/pressed';
import type { Answering, CardProperties } from './answering';
import { OrderReveal } from './order-reveal';
import { type Move, moved, placed } from './ordering';
import { QuestionFrame } from './question-frame';

export function OrderQuestionCard({ question, proof }: CardProperties<OrderQuestion>) {
  return (
    <QuestionFrame
      question={question}
      proof={proof}
      hint="put these in order"
      initial={question.options.map(({ id }) => id)}
    >
      {(answering) => (answering.revealed ? <OrderReveal {...answering} /> : <OrderControl {...answering} />)}
    </QuestionFrame>
  );
}

function OrderControl({ question: { options }, choice, onChoose }: Answering<OrderQuestion>) {
  const root = useRef<HTMLDivElement>(null);
  /** The button that moved an item: it is looked for again where the item now stands. */
  const pressed = useRef<{ readonly id: string; readonly move: Move } | null>(null);
  const [said, say] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const never = options.filter(({ id }) => !choice.includes(id));

  useLayoutEffect(() => {
    if (pressed.current === null) return;
    const { id, move } = pressed.current;
    pressed.current = null;
    const item = root.current?.querySelector(`[data-item="${CSS.escape(id)}"]`);
    const button = item?.querySelector<HTMLElement>(`[data-move="${move}"]`);
    (button ?? item?.querySelector<HTMLElement>('button'))?.focus();
  });

  const change = (option: Option, order: readonly string[]) => {
    onChoose(order);
    const place = order.indexOf(option.id);
    const where = place < 0 ? 'never happens' : `number ${place + 1} of ${order.length}`;
    say(`${option.text.replaceAll('`', '')}: ${where}`);
  };
  const press = (option: Option, move: Move) => {
    pressed.current = { id: option.id, move };
    change(option, moved(choice, option.id, move));
  };
  const onKeyDown = (event: KeyboardEvent, option: Option) => {
    const move = pressedKey(orderKeys, event);
    if (move === null) return;
    event.preventDefault();
    press(option, move);
  };
  const dropAt = (event: DragEvent, place: number | null) => {
    event.preventDefault();
    const option = options.find(({ id }) => id === dragged);
    setDragged(null);
    if (option === undefined) return;
    change(option, place === null ? moved(choice, option.id, 'never') : placed(choice, option.id, place));
  };
  const item = (option: Option, place: number | null) => (
    <li
      key={option.id}
      data-item={option.id}
      draggable
      onDragStart={() => setDragged(option.id)}
      onDragEnd={() => setDragged(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.stopPropagation();
        dropAt(event, place);
      }}
      onKeyDown={(event) => onKeyDown(event, option)}
      className={`flex items-center gap-2 max-sm:gap-1 rounded-card border bg-raised py-1.5 pr-1.5 pl-3 pointer-fine:cursor-grab ${option.id === dragged ? 'border-accent opacity-60' : 'border-line'}`}
    >
      <span className="needs-script tabular w-5 shrink-0 font-semibold text-accent" aria-hidden="true">
        {place === null ? '–' : place + 1}
      </span>
      <span className="min-w-0 grow">
        <InlineCode text={option.text} />
      </span>
      {place === null ? (
        <MoveButton option={option} move="back" label="Put in order" onPress={press} />
      ) : (
        <>
          <MoveButton option={option} move="earlier" off={place === 0} label="Earlier" onPress={press} />
          <MoveButton
            option={option}
            move="later"
            off={place === choice.length - 1}
            label="Later"
            onPress={press}
          />
          <MoveButton option={option} move="never" label="Never happens" onPress={press} />
        </>
      )}
    </li>
  );

  return (
    <div ref={root} className="grid gap-4 border-t border-line px-5 py-4">
      <div>
        <p className="needs-script mb-2 text-sm text-ink-soft">
          <span className="font-medium">First to last</span>
          <span className="hidden text-ink-faint pointer-fine:inline">
            {' '}
            · drag an item, or move it by its buttons or the arrow keys
          </span>
        </p>
        <ol
          aria-label="First to last"
          className="grid min-h-12 gap-1.5"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => dropAt(event, choice.length - (choice.includes(dragged ?? '') ? 1 : 0))}
        >
          {choice.map((id, place) => {
            const option = options.find((candidate) => candidate.id === id);
            return option && item(option, place);
          })}
        </ol>
      </div>
      <div className="needs-script">
        <p className="mb-2 text-sm font-medium text-ink-soft">Never happens</p>
        <ul
          aria-label="Never happens"
          className="grid min-h-12 content-start gap-1.5 rounded-card border border-dashed border-line-strong p-1.5"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => dropAt(event, null)}
        >
          {never.map((option) => item(option, null))}
        </ul>
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}

const ARROWS: Readonly<Record<Move, string>> = {
  earlier: 'M8 13V3M3.5 7.5 8 3l4.5 4.5',
  later: 'M8 3v10M3.5 8.5 8 13l4.5-4.5',
  never: 'm4 4 8 8m0-8-8 8',
  back: 'M8 13V3M3.5 7.5 8 3l4.5 4.5',
};

function MoveButton({
  option,
  move,
  label,
  off = false,
  onPress,
}: {
  readonly option: Option;
  readonly move: Move;
  readonly label: string;
  /** Cannot be done now. It keeps the focus all the same. */
  readonly off?: boolean;
  readonly onPress: (option: Option, move: Move) => void;
}) {
  return (
    <button
      type="button"
      data-move={move}
      aria-disabled={off || undefined}
      aria-label={`${label}: ${option.text.replaceAll('`', '')}`}
      title={label}
      onClick={() => !off && onPress(option, move)}
      className="needs-script grid size-9 shrink-0 max-sm:size-7 place-items-center rounded-card text-ink-soft hover:bg-surface hover:text-accent aria-disabled:cursor-default aria-disabled:opacity-35"
    >
      <svg
        viewBox="0 0 16 16"
        width="16"
        height="16"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
      >
        <path d={ARROWS[move]} />
      </svg>
    </button>
  );
}
