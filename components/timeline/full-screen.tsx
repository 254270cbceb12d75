'use client';
/** All of the screen for one timeline: the browser's full screen, or where there is none, all of the page. */
import { createContext, type RefObject, useCallback, useContext, useEffect, useState } from 'react';
import { overlayKeys } from '@/lib/shortcuts/keys';
import { pressed } from '@/lib/shortcuts/pressed';
import { ToolButton } from './tool-button';

export type FullScreen = { readonly on: boolean; readonly toggle: () => void };

const OFF: FullScreen = { on: false, toggle: () => undefined };
export const FullScreenContext = createContext<FullScreen>(OFF);

/** Whether `element` has all of the screen, and how to change that. */
export function useFullScreen(element: RefObject<HTMLElement | null>): FullScreen {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const left = () => {
      if (document.fullscreenElement === null) setOn(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (pressed(overlayKeys, event) && document.fullscreenElement === null) setOn(false);
    };
    document.addEventListener('fullscreenchange', left);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      document.removeEventListener('keydown', leave);
    };
  }, []);
  const toggle = useCallback(() => {
    setOn((before) => !before);
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    // A browser that refuses leaves us with all of the page.
    else if (!on) element.current?.requestFullscreen?.().catch(() => undefined);
  }, [element, on]);
  return { on, toggle };
}

export function FullScreenButton() {
  const { on, toggle } = useContext(FullScreenContext);
  return (
    <ToolButton pressed={on} onPress={toggle}>
      {on ? 'Leave full screen' : 'Full screen'}
    </ToolButton>
  );
}
