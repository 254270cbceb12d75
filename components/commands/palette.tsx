'use client';
/** The commands: type, choose, done. A combobox over a list, in a dialog. */
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { CloseButton, Dialog } from '@/components/ui/dialog';
import { paletteKeys } from '@/lib/shortcuts/keys';
import { pressed } from '@/lib/shortcuts/pressed';
import { type Command, commandsOf } from './commands';
import styles from './commands.module.css';
import { ranked } from './rank';
import type { OverlayProperties } from './summon';

const textOf = ({ title, detail }: Command) => `${title} ${detail ?? ''}`;

export function Palette({ parts, onClose, onSummon }: OverlayProperties) {
  const id = useId();
  // What the page offers is asked once, before the dialog takes the focus.
  const [commands] = useState(() => commandsOf(parts, document.activeElement, () => onSummon('sheet')));
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const chosen = useRef<Command | null>(null);
  const found = useMemo(() => ranked(commands, query, textOf), [commands, query]);
  const groups = [...Map.groupBy(found, ({ group }) => (query.trim() === '' ? group : 'Found'))];
  const active = found[place] ?? null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is another, or another option is active.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [place, query]);

  return (
    <Dialog
      label="Commands"
      className={styles.commands ?? ''}
      onClose={() => {
        onClose();
        chosen.current?.perform();
      }}
    >
      {(close) => {
        const perform = (command: Command | null) => {
          if (command === null) return;
          chosen.current = command;
          close();
        };
        const onKeyDown = (event: KeyboardEvent) => {
          const name = pressed(paletteKeys, event);
          if (name === null || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (name === 'perform') perform(active);
          else if (found.length > 0)
            setPlace((place + (name === 'next' ? 1 : found.length - 1)) % found.length);
        };
        return (
          <div className={styles.body}>
            <div className={styles.head}>
              <input
                type="text"
                role="combobox"
                aria-label="Find a command or a unit"
                aria-expanded="true"
                aria-controls={`${id}-list`}
                aria-autocomplete="list"
                aria-activedescendant={active === null ? undefined : `${id}-${place}`}
                placeholder="Find a command or a unit"
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                value={query}
                onChange={({ currentTarget }) => {
                  setQuery(currentTarget.value);
                  setPlace(0);
                }}
                onKeyDown={onKeyDown}
                className={styles.field}
              />
              <CloseButton onPress={close} />
            </div>
            <div
              ref={list}
              id={`${id}-list`}
              role="listbox"
              aria-label="Commands"
              tabIndex={-1}
              className={styles.list}
            >
              {groups.map(([group, members]) => (
                // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a list of options.
                <div key={group} role="group" aria-label={group}>
                  {query.trim() === '' && (
                    <p aria-hidden="true" className={styles.group}>
                      {group}
                    </p>
                  )}
                  {members.map((command) => (
                    <Option
                      key={`${command.group} ${command.title}`}
                      id={`${id}-${found.indexOf(command)}`}
                      command={command}
                      active={command === active}
                      onPress={() => perform(command)}
                    />
                  ))}
                </div>
              ))}
            </div>
            <p role="status" className={found.length > 0 ? 'sr-only' : styles.nothing}>
              {found.length > 0 ? `${found.length} found` : `Nothing is called “${query.trim()}”.`}
            </p>
          </div>
        );
      }}
    </Dialog>
  );
}

function Option({
  id,
  command: { title, detail },
  active,
  onPress,
}: {
  readonly id: string;
  readonly command: Command;
  readonly active: boolean;
  readonly onPress: () => void;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the field, which says which option is active.
    // biome-ignore lint/a11y/useFocusableInteractive: the same; the focus stays in the field.
    <div id={id} role="option" aria-selected={active} onClick={onPress} className={styles.option}>
      <span>{title}</span>
      {detail !== null && <span className={styles.detail}>{detail}</span>}
    </div>
  );
}
