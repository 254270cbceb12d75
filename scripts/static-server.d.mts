export type ServedRequest = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** As they went over the wire, headers included. */
  readonly bytes: number;
};

/** Serves a folder until it is closed; rejects when the port is taken. */
export function serveStatic(site: {
  readonly folder: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly host?: string;
  /** Serve `x.br` or `x.gz` for `x` where it lies beside it. */
  readonly compresses?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly onRequest?: ((request: ServedRequest) => void) | undefined;
}): Promise<{ readonly origin: string; close(): Promise<void> }>;
