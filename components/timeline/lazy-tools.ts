/** What only long runs and professionals ask for, fetched when it is first wanted. */
import { fetched } from '@/components/ui/fetched';

export const FilterNotice = fetched(async () => (await import('./filter-notice')).FilterNotice);
export const LoadPanel = fetched(async () => (await import('./load-panel')).LoadPanel);
export const Minimap = fetched(async () => (await import('./minimap')).Minimap);
export const PaintedLoop = fetched(async () => (await import('./painted-loop')).PaintedLoop);
export const PaintedRows = fetched(async () => (await import('./painted-rows')).PaintedRows);
export const SelectionPanel = fetched(async () => (await import('./selection-panel')).SelectionPanel);
export const StoryParts = fetched(async () => (await import('./story-parts')).StoryParts);
export const Tools = fetched(async () => (await import('./tools')).Tools);
