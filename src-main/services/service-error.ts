/** Why a service could not do it; `code` is one of the codes its contract method declares. */
export class ServiceError extends Error {
  readonly code: string;
  /** Where it lies, for the person's words; never for a log. */
  readonly part: string | null;
  constructor(code: string, message: string, options: ErrorOptions & { readonly part?: string } = {}) {
    super(message, options);
    this.part = options.part ?? null;
    this.name = 'ServiceError';
    this.code = code;
  }
}
