/** The first stop of the keyboard: past the header, to the page's own content. */
export const CONTENT_ID = 'content';

export function SkipLink() {
  return (
    <a
      href={`#${CONTENT_ID}`}
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-card bg-accent px-4 py-2 font-medium text-accent-ink focus:translate-y-0"
    >
      Skip to the content
    </a>
  );
}
