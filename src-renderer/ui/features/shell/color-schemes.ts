/** The appearances in the order one press goes through them. */
export const NEXT_SCHEME = { auto: 'light', light: 'dark', dark: 'auto' } as const;
