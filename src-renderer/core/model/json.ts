/** A JSON value as it stands in a journal patch. `null` means "not set". */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
