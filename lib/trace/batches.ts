/** A thousand requests are too many to look at one by one: neighbours in order of arrival, taken together. */

/** Requests one after the other, as indexes into `Timeline.groups`. */
export type Batch = { readonly first: number; readonly groups: readonly number[] };

/** Up to here every request has a row of its own. */
const FEW = 40;
/** No more batches than stand on one screen. */
const MOST = 25;
const SIZES = [10, 20, 50, 100, 200, 500, 1000];

/** Batches of one round size, or none where each can have its row. `groups` are indexes in order of arrival. */
export function batchesOf(groups: readonly number[]): readonly Batch[] {
  if (groups.length <= FEW) return [];
  const size = SIZES.find((own) => groups.length / own <= MOST) ?? Math.ceil(groups.length / MOST);
  const batches: Batch[] = [];
  for (let start = 0; start < groups.length; start += size) {
    const own = groups.slice(start, start + size);
    batches.push({ first: own[0] ?? 0, groups: own });
  }
  return batches;
}
