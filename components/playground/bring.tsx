/** The way in for a file of the reader's own: chosen, dropped or pasted. It is read here and sent nowhere. */
import styles from './playground.module.css';

/** The name of text that came without one. */
const PASTED = 'pasted.py';

type Properties = { readonly onBring: (name: string, source: string) => void };

export function Bring({ onBring }: Properties) {
  const read = async (file: File | undefined) => {
    if (file !== undefined) onBring(file.name, await file.text());
  };
  return (
    <fieldset
      className={styles.bring}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void read(event.dataTransfer.files[0]);
      }}
    >
      <legend>Bring a middleware file: choose it, drop it here, or paste its text</legend>
      <input
        type="file"
        accept=".py,text/x-python"
        aria-label="Middleware file"
        onChange={({ currentTarget }) => {
          void read(currentTarget.files?.[0]);
          // So that the same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      <textarea
        aria-label="Text of a middleware file"
        placeholder="Paste it here"
        rows={1}
        value=""
        onChange={() => {
          // What is typed is dropped: only a pasted text is a whole file. A read-only place offers no paste on a phone.
        }}
        onPaste={(event) => {
          event.preventDefault();
          onBring(PASTED, event.clipboardData.getData('text/plain'));
        }}
      />
    </fieldset>
  );
}
