/// <reference types="vite/client" />

/** The sentences of every module in one language, compiled when the application is built (vite.config.ts). */
declare module 'virtual:catalogue/*' {
  const messages: import('@lingui/core').Messages;
  export default messages;
}
