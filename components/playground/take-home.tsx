'use client';
/** The stack as a Django project, to be run on the reader's own machine. */
import { useState } from 'react';
import { offerFile } from '@/components/ui/offer-file';
import type { Files } from '@/lib/playground/arrangement';
import type { Trace } from '@/lib/trace/schema';
import styles from './playground.module.css';

type Properties = {
  readonly files: Files;
  /** The run of these very files, if there was one: its statuses are what the project's tests expect. */
  readonly trace: Trace | null;
  /** The lines of the project's requirements.txt. */
  readonly requirements: readonly string[];
};

type Said = { readonly words: string; readonly isRefused: boolean };

const NOT_FETCHED = 'What packs the project could not be fetched. Are you online?';

/** Fetched when a project is wanted, or about to be. */
const packer = () => import('@/lib/playground/take-home/zip-project');

export function TakeHome({ files, trace, requirements }: Properties) {
  const [said, setSaid] = useState<Said | null>(null);
  const refuse = (words: string) => setSaid({ words, isRefused: true });

  async function take() {
    const fetched = await packer().catch(() => null);
    if (fetched === null) return refuse(NOT_FETCHED);
    try {
      const archive = fetched.zipProject(files, { requirements, trace });
      offerFile(new Blob([archive], { type: 'application/zip' }), `${fetched.PROJECT_FOLDER}.zip`);
    } catch (error) {
      return refuse(`No project can be made of it. ${error instanceof Error ? error.message : error}`);
    }
    const tests =
      trace === null
        ? 'Run the stack first to have its statuses in the tests.'
        : 'Its tests expect the statuses of your last run.';
    setSaid({ words: `Saved. Its README has the two commands. ${tests}`, isRefused: false });
  }

  return (
    <section aria-label="Take it home" className={`${styles.share} needs-script`}>
      <button
        type="button"
        className={styles.action}
        onPointerEnter={() => void packer().catch(() => null)}
        onClick={() => void take()}
      >
        Take it home<span className="sr-only"> as a Django project</span>
      </button>
      <p role="status" className={styles.said} data-refused={said?.isRefused || undefined}>
        {said?.words}
      </p>
    </section>
  );
}
