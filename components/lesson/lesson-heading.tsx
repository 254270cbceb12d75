import type { ComponentProps } from 'react';

/** A heading of a lesson, with a link to itself that appears on hover and takes the keyboard. */
function heading(Level: 'h2' | 'h3') {
  return function LessonHeading({ id, children }: ComponentProps<'h2'>) {
    return (
      <Level id={id} className="group">
        {children}
        <a
          href={`#${id}`}
          aria-label="Link to this section"
          className="ml-2 inline-block px-1 font-normal text-ink-faint no-underline opacity-0 group-hover:opacity-100 hover:text-accent focus-visible:opacity-100"
        >
          #
        </a>
      </Level>
    );
  };
}

export const LessonHeading2 = heading('h2');
export const LessonHeading3 = heading('h3');
