'use client';
/** A link to this very stack. Whoever opens it sees the code first; nothing runs by itself. */
import { useState } from 'react';
import type { Files } from '@/lib/playground/arrangement';
import { writeShareLink } from '@/lib/playground/share-link';
import styles from './playground.module.css';

type Shared = { readonly of: Files; readonly words: string; readonly link: string | null };

export function Share({ address, files }: { readonly address: string; readonly files: Files }) {
  const [latest, setLatest] = useState<Shared | null>(null);
  // A link to what stood here before is none to what stands here now.
  const shared = latest?.of === files ? latest : null;

  async function share() {
    const say = (words: string, link: string | null) => setLatest({ of: files, words, link });
    const fragment = await writeShareLink(files);
    if (fragment === null) {
      return say('This stack is too long for a link. Take out what it does not need.', null);
    }
    const link = new URL(address + fragment, window.location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      say('Copied. The link holds the whole stack; no server keeps it.', link);
    } catch {
      say('Copy this link; it holds the whole stack.', link);
    }
  }

  return (
    <section aria-label="Share" className={`${styles.share} needs-script`}>
      <button type="button" className={styles.action} onClick={() => void share()}>
        Copy a link<span className="sr-only"> to this stack</span>
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
