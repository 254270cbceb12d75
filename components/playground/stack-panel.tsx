'use client';
/** The stack as a list, outermost first: its order, what is in it, and the form of each layer. */
import { type DragEvent, useId, useState } from 'react';
import type { Arrangement, Files } from '@/lib/playground/arrangement';
import {
  addDjangoLayer,
  addNewLayer,
  addOwnLayer,
  moveLayer,
  removeLayer,
  switchLayer,
} from '@/lib/playground/arranging';
import { bringFile, ownLayers } from '@/lib/playground/bring-file';
import { convertLayer, type Form, formOf } from '@/lib/playground/convert-layer';
import { djangoLayers } from '@/lib/playground/django-layers';
import { newLayers } from '@/lib/playground/new-layers';
import type { Trace } from '@/lib/trace/schema';
import { Bring } from './bring';
import { LayerRow } from './layer-row';
import styles from './playground.module.css';

/** Where a layer to add comes from. */
type Origin = 'new' | 'own' | 'django';

type Properties = {
  readonly files: Files;
  readonly arrangement: Arrangement;
  /** The run of exactly this stack, which knows better than the text; null where there is none. */
  readonly trace: Trace | null;
  readonly onArrange: (files: Files) => void;
  /** Shows a file in the editor. */
  readonly onShow: (file: string) => void;
};

export function StackPanel({ files, arrangement, trace, onArrange, onShow }: Properties) {
  const { layers, view } = arrangement;
  const [said, say] = useState('');
  const [dragged, setDragged] = useState<number | null>(null);
  const title = useId();

  function move(from: number, to: number) {
    if (to < 0 || to >= layers.length || from === to) return;
    onArrange(moveLayer(files, from, to));
    say(`${nameOf(layers[from]?.path ?? '')} is now layer ${to + 1} of ${layers.length}.`);
  }

  function convert(path: string, to: 'sync' | 'async') {
    const [module, entry] = placeOf(path);
    const file = `${module}.py`;
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

  function bring(name: string, source: string) {
    const bringing = bringFile(files, name, source);
    say(bringing.words);
    if (bringing.files === null) return;
    onArrange(bringing.files);
    onShow(bringing.file);
  }

  const row = (path: string) => {
    const [module, entry] = placeOf(path);
    const source = files[`${module}.py`];
    return {
      name: nameOf(path),
      file: source === undefined ? null : `${module}.py`,
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
            onRemove={() => {
              onArrange(removeLayer(files, index));
              say(`${nameOf(path)} is removed. Undo brings it back.`);
            }}
            onShow={onShow}
          />
        ))}
      </ol>
      {layers.length === 0 && <p className={styles.empty}>No layer: the server calls the view.</p>}
      <p className={styles.view}>
        <span aria-hidden="true">↓</span> the view <code>{view}</code>
      </p>
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
      <Bring onBring={bring} />
      <p role="status" className={styles.said}>
        {said}
      </p>
    </section>
  );
}

const nameOf = (path: string) => path.split('.').at(-1) ?? path;

function placeOf(path: string): readonly [module: string, entry: string] {
  const [module = '', entry = ''] = path.split('.');
  return [module, entry];
}

const other = (form: Form | null): 'sync' | 'async' | null =>
  form === 'sync' ? 'async' : form === 'async' ? 'sync' : null;

/** The form in which Django ran the layer, where a run of this stack says so. */
function ranAs(trace: Trace | null, path: string): 'sync' | 'async' | null {
  const rows = trace?.layers.filter(({ kind, name }) => kind === 'middleware' && name === nameOf(path)) ?? [];
  const modes = new Set(rows.map(({ mode }) => mode));
  const [mode] = modes;
  return modes.size === 1 && mode !== undefined ? mode : null;
}
