'use client';
/** The stack as a list, outermost first: its order, what is in it, and the form of each layer. */
import { type DragEvent, useId, useRef, useState } from 'react';
import { sameFiles } from '@/components/workbench/session-state';
import { type Arrangement, type Files, modulesOf } from '@/lib/playground/arrangement';
import {
  addDjangoLayer,
  addNewLayer,
  addOwnLayer,
  changeSettings,
  type FileChange,
  moveLayer,
  removeLayer,
  switchLayer,
} from '@/lib/playground/arranging';
import { convertLayer, type Form, formOf } from '@/lib/playground/convert-layer';
import { djangoLayers } from '@/lib/playground/django-layers';
import { fileOfModule, splitPath } from '@/lib/playground/module-place';
import { newLayers } from '@/lib/playground/new-layers';
import { ownLayers } from '@/lib/playground/own-layers';
import type { Trace } from '@/lib/trace/schema';
import { Bring, type Handed } from './bring';
import { Fold } from './fold';
import { LayerRow } from './layer-row';
import styles from './playground.module.css';

/** Where a layer to add comes from. */
type Origin = 'new' | 'own' | 'django';

/** Fetched when somebody is about to bring something. */
const bringing = () => import('./bringing');

/** The last word about what was done here, and what it offers to do next. */
type Said = {
  readonly words: string;
  /** The files without what was just removed. */
  readonly without: Files | null;
  /** The dotted paths of layers that were just brought. */
  readonly layers: readonly string[];
};

const NOTHING: Said = { words: '', without: null, layers: [] };
/** The list under “Add a layer” has them all. */
const OFFERED = 4;

type Properties = {
  readonly files: Files;
  readonly arrangement: Arrangement;
  /** The run of exactly this stack, which knows better than the text; null where there is none. */
  readonly trace: Trace | null;
  readonly onArrange: (files: Files) => void;
  readonly onUndo: () => void;
  /** Shows a file in the editor. */
  readonly onShow: (file: string) => void;
};

export function StackPanel({ files, arrangement, trace, onArrange, onUndo, onShow }: Properties) {
  const { layers, view } = arrangement;
  // Those of our own have no place in a settings.py.
  const settingCount = Object.keys(arrangement.settings).filter((name) => !name.startsWith('_')).length;
  const [said, setSaid] = useState<Said>(NOTHING);
  const [dragged, setDragged] = useState<number | null>(null);
  const title = useId();

  const latest = useRef(files);
  latest.current = files;
  const say = (words: string) => setSaid({ ...NOTHING, words });

  function remove(changed: Files, words: string) {
    onArrange(changed);
    setSaid({ ...NOTHING, words, without: changed });
  }

  function move(from: number, to: number) {
    if (to < 0 || to >= layers.length || from === to) return;
    onArrange(moveLayer(files, from, to));
    say(`${nameOf(layers[from]?.path ?? '')} is now layer ${to + 1} of ${layers.length}.`);
  }

  function convert(path: string, to: 'sync' | 'async') {
    const [module, entry] = splitPath(path);
    const file = fileOfModule(files, module);
    if (file === null) return;
    const { source, refusal } = convertLayer(files[file] ?? '', entry, to);
    if (source === null) {
      say(refusal);
      return;
    }
    onArrange({ ...files, [file]: source });
    onShow(file);
    say(`${entry} is ${to} now. Read what changed in ${file}.`);
  }

  function add(choice: string) {
    const [kind, name = ''] = choice.split(':');
    const adding = { new: addNewLayer, own: addOwnLayer, django: addDjangoLayer }[kind as Origin];
    onArrange(adding(files, name));
    say(`Added directly over the view: ${nameOf(name)}.`);
  }

  async function bring(handed: Handed) {
    const fetched = await bringing().catch(() => null);
    if (fetched === null) {
      say('What reads files could not be fetched. Are you online?');
      return;
    }
    const brought = await fetched.bringHanded(() => latest.current, handed);
    setSaid({ ...NOTHING, words: brought.words, layers: brought.layers });
    if (brought.files === null) return;
    onArrange(brought.files);
    onShow(brought.file);
  }

  function rename({ files: changed, words }: FileChange) {
    if (changed !== null) onArrange(changed);
    say(words);
  }

  function removeFrom({ files: changed, words }: FileChange) {
    if (changed === null) say(words);
    else remove(changed, words);
  }

  const row = (path: string) => {
    const [module, entry] = splitPath(path);
    const file = fileOfModule(files, module);
    const source = files[file ?? ''];
    return {
      name: entry,
      file,
      form: ranAs(trace, path) ?? (source === undefined ? 'hybrid' : formOf(source, entry)),
      convertTo: source === undefined ? null : other(formOf(source, entry)),
    };
  };

  return (
    <section aria-labelledby={title} className={styles.panel}>
      <h2 id={title} className={styles.panelTitle}>
        The stack
      </h2>
      <ol className={styles.layers}>
        {layers.map(({ path, on }, index) => (
          <LayerRow
            // Two rows may hold the same layer: its place is part of what it is.
            // biome-ignore lint/suspicious/noArrayIndexKey: the same path may stand twice
            key={`${path} ${index}`}
            {...row(path)}
            on={on}
            place={index + 1}
            of={layers.length}
            dragged={dragged === index}
            onDrag={{
              start: (event: DragEvent) => {
                event.dataTransfer.effectAllowed = 'move';
                setDragged(index);
              },
              over: (event: DragEvent) => event.preventDefault(),
              drop: (event: DragEvent) => {
                event.preventDefault();
                if (dragged !== null) move(dragged, index);
                setDragged(null);
              },
              end: () => setDragged(null),
            }}
            onMove={(by) => move(index, index + by)}
            onSwitch={(isOn) => onArrange(switchLayer(files, index, isOn))}
            onConvert={(to) => convert(path, to)}
            onRemove={() =>
              remove(removeLayer(files, index), `${nameOf(path)} is removed. Undo brings it back.`)
            }
            onShow={onShow}
          />
        ))}
      </ol>
      {layers.length === 0 && <p className={styles.empty}>No layer: the server calls the view.</p>}
      <p className={styles.view}>
        <span aria-hidden="true">↓</span> the view <code>{view}</code>
      </p>
      <p role="status" className={styles.said}>
        {said.words}
      </p>
      {said.without !== null && sameFiles(files, said.without) && (
        <button type="button" className={styles.choose} onClick={onUndo}>
          Bring it back
        </button>
      )}
      {said.layers.length > 0 && (
        <p className={styles.server}>
          {said.layers.slice(0, OFFERED).map((path) => (
            <button
              key={path}
              type="button"
              className={styles.choose}
              onClick={() => {
                add(`own:${path}`);
                setSaid(({ words, layers: rest }) => ({
                  ...NOTHING,
                  words,
                  layers: rest.filter((other) => other !== path),
                }));
              }}
            >
              Put {nameOf(path)} on the stack
            </button>
          ))}
        </p>
      )}
      <select
        aria-label="Add a layer"
        className={styles.choice}
        value=""
        onChange={({ currentTarget }) => add(currentTarget.value)}
      >
        <option value="">Add a layer…</option>
        <optgroup label="A new one, in a file of its own">
          {newLayers.map(({ name, about }) => (
            <option key={name} value={`new:${name}`}>
              {name}: {about}
            </option>
          ))}
        </optgroup>
        <optgroup label="From the files">
          {ownLayers(files).map((path) => (
            <option key={path} value={`own:${path}`}>
              {path}
            </option>
          ))}
        </optgroup>
        <optgroup label="Django’s own">
          {djangoLayers.map(({ path, name }) => (
            <option key={path} value={`django:${path}`}>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
      <Bring
        onHand={(handed) => void bring(handed)}
        onRefuse={say}
        onIntent={() => void bringing().catch(() => null)}
      />
      <Fold title={`Settings (${settingCount})`}>
        {({ SettingsField }) => (
          <SettingsField
            settings={arrangement.settings}
            onChange={(settings) => onArrange(changeSettings(files, settings))}
          />
        )}
      </Fold>
      <Fold title={`Files (${Object.keys(modulesOf(files)).length})`}>
        {({ FileList }) => <FileList files={files} onRename={rename} onRemove={removeFrom} />}
      </Fold>
    </section>
  );
}

const nameOf = (path: string) => splitPath(path)[1];

const other = (form: Form | null): 'sync' | 'async' | null =>
  form === 'sync' ? 'async' : form === 'async' ? 'sync' : null;

/** The form in which Django ran the layer, where a run of this stack says so. */
function ranAs(trace: Trace | null, path: string): 'sync' | 'async' | null {
  const rows = trace?.layers.filter(({ kind, name }) => kind === 'middleware' && name === nameOf(path)) ?? [];
  const modes = new Set(rows.map(({ mode }) => mode));
  const [mode] = modes;
  return modes.size === 1 && mode !== undefined ? mode : null;
}
