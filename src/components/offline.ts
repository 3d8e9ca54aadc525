/** True where the browser knows that it has no connection; that it has one it can only suppose. */
export const isOffline = (): boolean => globalThis.navigator?.onLine === false;
