'use client';
/** Where a figure stands: a page without one asks for neither its code nor its stylesheets. */
import dynamic from 'next/dynamic';

export const FigureSlot = dynamic(async () => (await import('./figure-when-near')).FigureWhenNear);
