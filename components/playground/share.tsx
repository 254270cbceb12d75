'use client';
/** A link to this very stack. Whoever opens it sees the code first; nothing runs by itself. */
import { useState } from 'react';
import type { Files } from '@/lib/playground/arrangement';
import { writeShareLink } from '@/lib/playground/share-link';
import styles from './playground.module.css';

type Shared = { readonly words: string; readonly link: string | null };

export function Share({ address, files }: { readonly address: string; readonly files: Files }) {
  const [shared, setShared] = useState<Shared | null>(null);

  async function share() {
    const fragment = await writeShareLink(files);
    if (fragment === null) {
      setShared({ words: 'This stack is too long for a link. Take out what it does not need.', link: null });
      return;
    }
    const link = new URL(address + fragment, window.location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      setShared({ words: 'Copied. The link holds the whole stack; no server keeps it.', link });
    } catch {
      setShared({ words: 'Copy this link; it holds the whole stack.', link });
    }
  }

  return (
    <section aria-label="Share" className={`${styles.share} needs-script`}>
      <button type="button" className={styles.action} onClick={() => void share()}>
        Copy a link to this stack
      </button>
      <p role="status" className={styles.said}>
        {shared?.words}
      </p>
      {shared?.link && (
        <input
          type="text"
          readOnly
          aria-label="The link"
          className={styles.link}
          value={shared.link}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      )}
    </section>
  );
}
