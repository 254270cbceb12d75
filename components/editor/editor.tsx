'use client';
/**
 * The editor: files as tabs, and one text in three tiers, from coloured HTML that the server wrote, through a
 * `<textarea>`, to Monaco. Gutter and line marks belong to this component, so they are the same in all three.
 */
import {
  type ComponentType,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { fetched } from '@/components/ui/fetched';
import { usePrinting } from '@/components/ui/printing';
import { type Hint, linesOf } from '@/lib/ruff/hints';
import { runKeys } from '@/lib/shortcuts/keys';
import { pressed } from '@/lib/shortcuts/pressed';
import type { LineMark } from '@/lib/trace/line-marks';
import { onDemand } from '../ui/on-demand';
import { caretIn, offsetAtPoint } from './caret';
import styles from './editor.module.css';
import { FileTabs } from './file-tabs';
import { Gutter, LineBars, type LineProblem } from './line-marks';
import { PlainSurface, type Selection } from './plain-surface';
import { useSettings } from './settings';
import type { SurfaceHandle } from './surface-handle';
import { chooseTier, type EditingTier, preferredTier } from './tiers';
import { type Rows, useMeasuredRows } from './wrapping';

export type EditorFile = {
  readonly path: string;
  readonly source: string;
  readonly readOnly: boolean;
  /** Shiki's `<pre>` and the text it shows; null where there is none. */
  readonly highlighted: { readonly html: string; readonly source: string } | null;
};

export type EditorProperties = {
  /** Unique on the page. */
  readonly id: string;
  readonly files: readonly EditorFile[];
  readonly active: string;
  readonly onActivate: (path: string) => void;
  readonly marks?: readonly LineMark[];
  readonly problems?: readonly LineProblem[];
  /** About the text of the active file. */
  readonly hints?: readonly Hint[];
  /** A line to show and to frame; a new object shows it again. */
  readonly revealed?: { readonly file: string; readonly line: number } | null;
  /** Lines of the active file on which the shown run has events; they can be walked. */
  readonly eventful?: ReadonlySet<number>;
  readonly onChange: (path: string, source: string) => void;
  readonly onSelectLine: (place: { readonly file: string; readonly line: number }) => void;
  readonly onRun: () => void;
  /** The learner is about to edit: time to fetch what editing and running need. */
  readonly onIntent: () => void;
};

type FullModule = { readonly default: ComponentType<FullProperties> };
type FullProperties = Parameters<typeof import('./full-surface')['default']>[0];

const loadFull = () => import('./full-surface');
const formatting = onDemand(() => import('./format'));
const NO_HINTS: readonly Hint[] = [];
const SettingsPanel = fetched(async () => (await import('./settings-panel')).SettingsPanel);
const START: Selection = { from: 0, to: 0 };

export function Editor(properties: EditorProperties) {
  const { id, files, active, onActivate, onChange, onSelectLine, onRun, onIntent } = properties;
  const { marks = [], hints = NO_HINTS, revealed = null, eventful } = properties;
  const file = files.find(({ path }) => path === active) ?? files[0];
  const [tier, setTier] = useState<'static' | EditingTier>('static');
  const [Full, setFull] = useState<FullModule['default'] | null>(null);
  /** Monaco is made behind the plain editor, which keeps the keys until it can take them. */
  const [fullTakesKeys, setFullTakesKeys] = useState(false);
  const [caret, setCaret] = useState<Selection | null>(null);
  const latest = useRef<Selection>(START);
  const editor = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const handle = useRef<SurfaceHandle>(null);
  const Format = formatting.useFetched().module?.Format;
  const isPrinting = usePrinting();
  const hint = useId();
  const settings = useSettings();
  const [settingsOpen, setSettingsOpen] = useState(false);
  const mirror = useRef<HTMLDivElement>(null);
  const isFull = tier === 'full' && fullTakesKeys;
  const measured = useMeasuredRows(mirror, settings.wrap && !isFull);
  /** As Monaco breaks the lines; it need not do that where the browser does. */
  const [fullRows, setFullRows] = useState<Rows>(null);
  const rows = isFull ? fullRows : measured;

  useEffect(() => {
    if (revealed === null) return;
    page.current?.querySelector('[data-kind="revealed"]')?.scrollIntoView({ block: 'nearest' });
  }, [revealed]);

  if (file === undefined) return null;
  const { path, source, highlighted, readOnly } = file;
  const coloured = highlighted !== null && highlighted.source.trimEnd() === source.trimEnd();
  const lines = source.split('\n').length;
  const problems = [...(properties.problems ?? []), ...problemsOf(hints, path, lines)];
  const label = `${path}, ${readOnly ? 'read only' : 'code editor'}`;

  /** Opens the text for editing at once, and the full editor in its place as soon as it is there. */
  async function edit(selection: Selection) {
    onIntent();
    latest.current = selection;
    setCaret(selection);
    setTier('plain');
    void formatting.fetch();
    if (preferredTier() === 'full') await openFull();
  }

  async function openFull() {
    const full = await loadFull();
    await full.prepareMonaco();
    setFull(() => full.default);
    setTier('full');
  }

  /** Monaco takes the caret over, unless the learner has left in the meantime. */
  function takeOver(): Selection | null {
    setFullTakesKeys(true);
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement) || page.current?.contains(field) !== true) return null;
    return { from: field.selectionStart, to: field.selectionEnd };
  }

  function switchTier() {
    const next = tier === 'full' ? 'plain' : 'full';
    chooseTier(next);
    setCaret(latest.current);
    setFullTakesKeys(false);
    if (next === 'full') void openFull();
    else setTier('plain');
  }

  function onKeyDown(event: KeyboardEvent) {
    if (pressed(runKeys, event) === null) return;
    event.preventDefault();
    onRun();
  }

  const surface = {
    path,
    source,
    label,
    describedBy: hint,
    onChange: (text: string) => onChange(path, text),
    onPoint: (line: number) => onSelectLine({ file: path, line }),
  };
  const html = coloured ? highlighted.html : null;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter runs from anywhere inside, and every part is reachable by itself.
    <div ref={editor} className={styles.editor} onKeyDown={onKeyDown}>
      <FileTabs
        id={id}
        files={files}
        active={path}
        marked={new Set(marks.map((mark) => mark.file))}
        onActivate={onActivate}
      />
      <div
        ref={page}
        className={styles.page}
        role="tabpanel"
        id={`${id}-page`}
        aria-labelledby={`${id}-tab-${path}`}
      >
        <LineBars file={path} marks={marks} problems={problems} rows={rows} revealed={revealed} />
        <Gutter
          file={path}
          lines={lines}
          marks={marks}
          problems={problems}
          rows={rows}
          eventful={eventful}
          onSelectLine={(line) => onSelectLine({ file: path, line })}
        />
        <div className={styles.surface}>
          {settings.wrap && !isFull && <Mirror ref={mirror} source={source} />}
          {readOnly || tier === 'static' ? (
            <StaticCode
              html={html}
              source={source}
              {...(readOnly ? {} : { onEdit: (selection: Selection) => void edit(selection) })}
            />
          ) : (
            <>
              {tier === 'full' && Full !== null && (
                <div className={styles.behind} data-takes-keys={fullTakesKeys}>
                  <Full
                    key={path}
                    id={id}
                    {...surface}
                    {...metricsOf(page.current)}
                    hints={hints}
                    handle={fullTakesKeys ? handle : null}
                    settings={settings}
                    onRows={setFullRows}
                    onRun={onRun}
                    takeOver={takeOver}
                  />
                </div>
              )}
              {!isFull && (
                <>
                  {html !== null && <Coloured html={html} under />}
                  <PlainSurface
                    key={path}
                    {...surface}
                    caret={caret}
                    handle={handle}
                    coloured={html !== null}
                    onCaret={(selection) => {
                      latest.current = selection;
                    }}
                  />
                </>
              )}
            </>
          )}
          {isPrinting && tier !== 'static' && (
            <div className={styles.onPaper}>
              {html === null ? <NumberedLines source={source} /> : <Coloured html={html} />}
            </div>
          )}
        </div>
      </div>
      <p className={styles.hint}>
        <span id={hint} className={styles.keys}>
          <kbd>Ctrl</kbd>+<kbd>Enter</kbd> runs. <kbd>Tab</kbd> leaves until you type; then <kbd>Esc</kbd>,{' '}
          <kbd>Tab</kbd>.
        </span>
        <span className="needs-script ml-auto flex flex-wrap items-center gap-x-4">
          {tier !== 'static' && (
            <>
              {Format && !readOnly && <Format source={source} surface={handle} within={editor} />}
              <button type="button" onClick={switchTier}>
                {tier === 'full' ? 'Plain editor' : 'Full editor'}
              </button>
            </>
          )}
          <button
            type="button"
            data-command="settings"
            aria-expanded={settingsOpen}
            aria-controls={`${id}-settings`}
            onClick={() => setSettingsOpen(!settingsOpen)}
          >
            Editor settings
          </button>
        </span>
      </p>
      {settingsOpen && <SettingsPanel id={`${id}-settings`} />}
    </div>
  );
}

/** Hints as marks of their lines; while the text moves on they may name lines that are gone. */
function problemsOf(hints: readonly Hint[], file: string, lines: number): readonly LineProblem[] {
  return hints.flatMap((hint) =>
    linesOf(hint)
      .filter((line) => line <= lines)
      .map((line) => ({ file, line, severity: 'hint', title: `Hint: ${hint.title.replaceAll('`', '')}` })),
  );
}

/** The size of the text as the style sheet has it, for Monaco, which wants numbers. */
function metricsOf(page: Element | null): { readonly fontSize: number; readonly lineHeight: number } {
  if (page === null) return { fontSize: 13.5, lineHeight: 24 };
  const style = getComputedStyle(page);
  return { fontSize: Number.parseFloat(style.fontSize), lineHeight: Number.parseFloat(style.lineHeight) };
}

/** Code that the server coloured. With `under` it lies below a text field that shows no text of its own. */
function Coloured({ html, under = false }: { readonly html: string; readonly under?: boolean }) {
  return (
    <div
      className={styles.code}
      data-under={under}
      aria-hidden={under}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: Shiki's output of the course's own files, made at build time.
      dangerouslySetInnerHTML={{ __html: under ? html.replace('tabindex="0"', '') : html }}
    />
  );
}

/** Text with its lines apart, as they are in coloured code, so that each gets its number on paper. */
function NumberedLines({ source }: { readonly source: string }) {
  return (
    <div className={styles.code}>
      <pre>
        <code>
          {source.split('\n').map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands in its place
            <span key={index}>{`${line}\n`}</span>
          ))}
        </code>
      </pre>
    </div>
  );
}

const UNSEEN = { visibility: 'hidden' } as const;

/** The lines once more, for `useMeasuredRows`. */
function Mirror({
  ref,
  source,
}: {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly source: string;
}) {
  return (
    <div ref={ref} className={styles.code} data-under="true" style={UNSEEN} aria-hidden="true">
      {source.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
        <div key={index}>{line}</div>
      ))}
    </div>
  );
}

type StaticProperties = {
  readonly html: string | null;
  readonly source: string;
  readonly onEdit?: (selection: Selection) => void;
};

/** Code to read, that opens for editing by a click or by being reached with the keyboard. */
function StaticCode({ html, source, onEdit }: StaticProperties) {
  const code = useRef<HTMLDivElement>(null);
  const onAlive = useRef(() => {
    // A click before the code had come alive left focus and caret in it: there the learner wants to write.
    const caret = caretIn(code.current?.querySelector('pre') ?? null);
    if (caret !== null) onEdit?.({ from: caret, to: caret });
  });
  useEffect(() => onAlive.current(), []);

  return (
    // The tab panel around it names it; a landmark of its own would be one too many on a page of editors.
    // biome-ignore lint/a11y/useKeyWithClickEvents: reaching the code with the keyboard opens it, see onFocus.
    // biome-ignore lint/a11y/noStaticElementInteractions: the same.
    <div
      ref={code}
      className="h-full"
      onClick={({ clientX, clientY, currentTarget }) => {
        if (document.getSelection()?.isCollapsed === false) return;
        const offset = offsetAtPoint(currentTarget.querySelector('pre') ?? currentTarget, clientX, clientY);
        onEdit?.({ from: offset, to: offset });
      }}
      onFocus={({ target }) => {
        if (target.matches(':focus-visible')) onEdit?.(START);
      }}
    >
      {html === null ? (
        <div className={styles.code}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
          <pre tabIndex={0}>{source}</pre>
        </div>
      ) : (
        <Coloured html={html} />
      )}
    </div>
  );
}
