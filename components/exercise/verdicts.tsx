/** What the checks found, each with what happened in this run and the way to the place where it did. */
import { InlineCode } from '@/components/ui/inline-code';
import layout from '@/components/workbench/workbench.module.css';
import type { Failed, Judgement, Place } from '@/lib/checks/check';
import styles from './exercise.module.css';

type Properties = {
  readonly judgements: readonly Judgement[];
  readonly stackTitles: readonly string[];
  readonly onShowPlace: (place: Place) => void;
  readonly onShowEvent: (stack: number, event: number) => void;
};

export function Verdicts({ judgements, stackTitles, ...on }: Properties) {
  return (
    <ul className={styles.verdicts} aria-label="Checks">
      {judgements.map(({ check, verdict }) => (
        <li key={check.id} className={styles.verdict} data-passed={verdict.passed}>
          <span className={layout.sign} aria-hidden="true">
            {verdict.passed ? '✓' : '✕'}
          </span>
          <div className="min-w-0">
            <p>
              <span className="sr-only">{verdict.passed ? 'Passed: ' : 'Failed: '}</span>
              <InlineCode text={check.title} />
            </p>
            {!verdict.passed && (
              <>
                <p className="text-ink-soft">
                  <InlineCode text={verdict.message} />
                </p>
                <Evidence verdict={verdict} stackTitles={stackTitles} {...on} />
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Evidence({
  verdict: { place, event, stack },
  stackTitles,
  onShowPlace,
  onShowEvent,
}: Omit<Properties, 'judgements'> & { readonly verdict: Failed }) {
  return (
    <p className={styles.evidence}>
      {stackTitles.length > 1 && <span className="text-ink-faint">{stackTitles[stack]}</span>}
      {place !== null && (
        <button type="button" className={styles.link} onClick={() => onShowPlace(place)}>
          line {place.line} of {place.file}
        </button>
      )}
      {event !== null && (
        <button type="button" className={styles.link} onClick={() => onShowEvent(stack, event)}>
          show it in the run
        </button>
      )}
    </p>
  );
}
