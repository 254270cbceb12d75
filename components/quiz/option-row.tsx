import { InlineCode } from '@/components/ui/inline-code';
import type { Option, Question } from '@/lib/course/question';
import styles from './option-row.module.css';
import { severalMayBeChosen } from './verdict';

/** What the reveal says of an option: whether it is right, and whether the reader chose it. */
function standing({ correct }: Option, chosen: boolean): string {
  if (correct) return chosen ? 'Right, and your choice' : 'Right';
  return chosen ? 'Wrong, and your choice' : 'Wrong';
}

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

/** One option, as a native radio button or checkbox; once it is revealed, with its reason. */
export function OptionRow({
  option,
  question,
  chosen,
  revealed,
  onChoose,
}: {
  readonly option: Option;
  readonly question: Question;
  readonly chosen: boolean;
  readonly revealed: boolean;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <div
      className={`border-t border-line ${revealed && chosen ? 'bg-surface' : ''} ${revealed ? '' : 'has-checked:bg-accent-wash'}`}
    >
      <label
        className={`flex items-start gap-3 px-5 py-3 ${revealed ? '' : 'hover:bg-surface has-checked:hover:bg-accent-wash'}`}
      >
        <input
          type={severalMayBeChosen(question) ? 'checkbox' : 'radio'}
          name={question.id}
          value={option.id}
          checked={chosen}
          disabled={revealed}
          onChange={() => onChoose(option.id)}
          className={`${styles.mark} mt-1.5`}
        />
        <span className="grow">
          <InlineCode text={option.text} />
        </span>
      </label>
      {revealed && (
        <div className="pr-5 pb-4 pl-12 text-[0.9375rem] leading-relaxed">
          <p
            className={`flex items-center gap-1.5 text-sm font-semibold ${option.correct ? 'text-success' : 'text-danger'}`}
          >
            <Sign correct={option.correct} />
            {standing(option, chosen)}
          </p>
          <p className="mt-0.5 max-w-(--measure) text-ink-soft">
            <InlineCode text={option.reason} />
          </p>
        </div>
      )}
    </div>
  );
}
