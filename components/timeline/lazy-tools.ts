/** What only long runs and professionals ask for, fetched when it is first wanted. */
import { lazy } from 'react';

export const FilterNotice = lazy(async () => ({ default: (await import('./filter-notice')).FilterNotice }));
export const LoadPanel = lazy(async () => ({ default: (await import('./load-panel')).LoadPanel }));
export const Minimap = lazy(async () => ({ default: (await import('./minimap')).Minimap }));
export const SelectionPanel = lazy(async () => ({
  default: (await import('./selection-panel')).SelectionPanel,
}));
export const StoryParts = lazy(async () => ({ default: (await import('./story-parts')).StoryParts }));
export const Tools = lazy(async () => ({ default: (await import('./tools')).Tools }));
