/** The hints about a text below its editor: the same as its marks, in words, with the way to line and unit. */
import { useEffect, useState } from 'react';
import { type Hint, linesOf } from '@/lib/ruff/hints';
import { CourseLink } from '../ui/course-link';
import { InlineCode } from '../ui/inline-code';
import styles from './hints.module.css';

/** How long the hints must have stood before they are read out, in milliseconds. */
const STANDING = 1500;

type Properties = {
  readonly file: string;
  readonly hints: readonly Hint[];
  readonly onShow: (place: { readonly file: string; readonly line: number }) => void;
};

export function HintList({ file, hints, onShow }: Properties) {
  return (
    <div>
      <Announcement hints={hints} />
      {hints.length > 0 && (
        <details className={styles.hints} open>
          <summary>
            {counted(hints)} from Ruff <span className={styles.aside}>They never stop a run.</span>
          </summary>
          <ul aria-label="Hints from Ruff">
            {hints.map((hint) => (
              <li key={`${hint.code} ${hint.title}`} className={styles.hint}>
                <p className="font-medium">
                  <InlineCode text={hint.title} />
                </p>
                {hint.explanation !== null && (
                  <>
                    <p>
                      <InlineCode text={hint.explanation.why} />
                    </p>
                    <p>
                      <InlineCode text={hint.explanation.instead} />
                    </p>
                  </>
                )}
                <p className={styles.where}>
                  {linesOf(hint).map((line) => (
                    <button key={line} type="button" onClick={() => onShow({ file, line })}>
                      line {line}
                    </button>
                  ))}
                  {hint.explanation !== null && (
                    <CourseLink href={hint.explanation.unit.address}>
                      {hint.explanation.unit.title}
                    </CourseLink>
                  )}
                  {hint.code !== null && <span className={styles.aside}>{hint.code}</span>}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const counted = ({ length }: readonly Hint[]): string => (length === 1 ? '1 hint' : `${length} hints`);

function spoken(hints: readonly Hint[]): string {
  const each = hints.map((hint) => `Line ${linesOf(hint).join(', ')}: ${hint.title.replaceAll('`', '')}.`);
  return [`${counted(hints)} from Ruff.`, ...each].join(' ');
}

/** For screen readers, once the hints have stood for a moment; that there are none is said only after some. */
function Announcement({ hints }: { readonly hints: readonly Hint[] }) {
  const [said, setSaid] = useState('');
  const words = hints.length === 0 ? '' : spoken(hints);
  useEffect(() => {
    const timer = setTimeout(
      () => setSaid((before) => words || (before === '' ? '' : 'No hints left.')),
      STANDING,
    );
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <p className="sr-only" aria-live="polite">
      {said}
    </p>
  );
}
