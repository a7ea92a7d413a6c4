/// <reference types="vite/client" />

/** The sentences of every module in one language, compiled when the application is built (vite.config.ts). */
declare module 'virtual:catalogue/*' {
  export function load(): Promise<import('@lingui/core').Messages>;
}
