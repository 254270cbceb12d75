/** Installs the middlewares that tests bring to the playground where they are missing; returns their folder. */
export function prepareMiddlewares(): string;
