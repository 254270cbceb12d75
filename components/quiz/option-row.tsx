import type { ReactNode } from 'react';
import type { Option } from '@/lib/course/question';
import styles from './option-row.module.css';
import { Reason } from './reasons';

/** One option, as a native radio button or checkbox; once it is revealed, with its reason. */
export function OptionRow({
  option,
  type,
  name,
  chosen,
  revealed,
  onChoose,
  children,
}: {
  readonly option: Option;
  readonly type: 'radio' | 'checkbox';
  /** Shared by the options of a question. */
  readonly name: string;
  readonly chosen: boolean;
  readonly revealed: boolean;
  readonly onChoose: (id: string) => void;
  /** The option's text. */
  readonly children: ReactNode;
}) {
  return (
    <div
      className={`border-t border-line ${revealed && chosen ? 'bg-surface' : ''} ${revealed ? '' : 'has-checked:bg-accent-wash'}`}
    >
      <label
        className={`flex items-start gap-3 px-5 py-3 ${revealed ? '' : 'hover:bg-surface has-checked:hover:bg-accent-wash'}`}
      >
        <input
          type={type}
          name={name}
          value={option.id}
          checked={chosen}
          disabled={revealed}
          onChange={() => onChoose(option.id)}
          className={`${styles.mark} mt-1.5`}
        />
        <span className="min-w-0 grow">{children}</span>
      </label>
      {revealed && (
        <div className="pr-5 pb-4 pl-12">
          <Reason option={option} chosen={chosen} />
        </div>
      )}
    </div>
  );
}
