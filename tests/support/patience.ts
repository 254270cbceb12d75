/** A component test waits for a state, not for a clock: on a busy machine a second is no time. */
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 10_000 });
