/** What the kitchen says beside its picture: each part, what it stands for in Django, and what it does now. */
import type { Scene } from '@/lib/trace/kitchen';
import { partsOf } from '@/lib/trace/kitchen-words';

export function KitchenParts({ scene, result }: { readonly scene: Scene; readonly result: string }) {
  return (
    <>
      <dl className="grid gap-x-6 gap-y-2 text-sm @xl:grid-cols-2 @4xl:grid-cols-1">
        {partsOf(scene).map(({ name, meaning, now }) => (
          <div key={name}>
            <dt className="inline font-semibold">{name}</dt>{' '}
            <dd className="inline text-ink-soft">
              = {meaning}. <span className="text-ink">Now: {now}.</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-sm font-medium">{result}</p>
    </>
  );
}
