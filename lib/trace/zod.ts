/** Zod without the code that it would generate: the page's policy forbids it, and reports the attempt. */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
