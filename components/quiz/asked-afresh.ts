'use client';
/** Whether questions below are asked as if they had never been answered, as they are when they are reviewed. */
import { createContext } from 'react';

export const AskedAfresh = createContext(false);
