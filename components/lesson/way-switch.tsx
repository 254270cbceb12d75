'use client';
/** The nine ways into a unit as radio buttons; one that the unit lacks is disabled, with the reason. */
import { useCallback, useEffect, useId, useState, useSyncExternalStore } from 'react';
import { useRecorded } from '@/components/ui/use-recorded';
import type { Way, WayId } from '@/lib/course/ways';
import type { Change, LearnerRecord } from '@/lib/progress/record';
import { chooseWay, followWay, keptWay, readWay, showWay, subscribeToWay } from './way';
import styles from './ways.module.css';

const concernsPreferences = ({ store }: Change) => store === 'preferences';

/** A link to a place that this way does not show turns the page to the whole unit first. */
function useHiddenPlaces() {
  useEffect(() => {
    const onHash = () => {
      const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (place === null || place.checkVisibility()) return;
      showWay('read');
      place.scrollIntoView();
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
}

export function WaySwitch({ unitId, ways }: { readonly unitId: string; readonly ways: readonly Way[] }) {
  const current = useSyncExternalStore<WayId>(subscribeToWay, readWay, () => 'read');
  const readKept = useCallback((record: LearnerRecord) => keptWay(record, unitId), [unitId]);
  const kept = useRecorded(readKept, concernsPreferences);
  const [announced, setAnnounced] = useState('');
  const id = useId();
  const missing = ways.filter((way) => way.missing !== null);

  useEffect(() => {
    if (kept) followWay(unitId, kept);
  }, [kept, unitId]);
  useHiddenPlaces();

  const choose = ({ id: way, title, about }: Way) => {
    setAnnounced(`${title}: ${about}`);
    void chooseWay(unitId, way);
  };

  return (
    <fieldset className={`${styles.ways} needs-script`}>
      <legend className="float-left mr-3 py-1 text-sm font-semibold">Ways in</legend>
      <div className={styles.choices}>
        {ways.map((way) => (
          <label key={way.id} data-for={way.id} className={styles.choice}>
            <input
              type="radio"
              name="way"
              value={way.id}
              className="sr-only"
              checked={current === way.id}
              disabled={way.missing !== null}
              aria-describedby={way.missing === null ? undefined : `${id}-${way.id}`}
              onChange={() => choose(way)}
            />
            {way.title}
          </label>
        ))}
      </div>
      {/* The heading of the view: the lesson's own headings are hidden in it. */}
      {ways.map((way) => (
        <h2 key={way.id} data-about={way.id} className={styles.about}>
          {way.about}
        </h2>
      ))}
      {missing.length > 0 && (
        <p className="mt-1 text-sm text-ink-faint">
          Not in this unit:{' '}
          {missing.map((way, index) => (
            <span key={way.id}>
              {index > 0 && ', '}
              {way.title} <span id={`${id}-${way.id}`}>({way.missing})</span>
            </span>
          ))}
          .
        </p>
      )}
      <p role="status" className="sr-only">
        {announced}
      </p>
    </fieldset>
  );
}
