'use client';
/** Where a figure stands: a page without one asks for neither its code nor its stylesheets. */
import dynamic from 'next/dynamic';
import { keepTrying } from '@/components/ui/keep-trying';

export const FigureSlot = dynamic(() =>
  keepTrying(async () => (await import('./figure-when-near')).FigureWhenNear),
);
