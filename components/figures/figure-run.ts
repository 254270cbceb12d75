/** What a figure is given of one recorded run. */
import type { Trace } from '@/lib/trace/schema';

export type FigureRun = { readonly name: string; readonly title: string; readonly trace: Trace };
